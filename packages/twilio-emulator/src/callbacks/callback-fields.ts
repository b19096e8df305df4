import { seconds } from '../rest/representations.ts'
import type { RoomEvent } from '../room/room-event.ts'

/** The form fields that Twilio sends for an event in a room. */
export function callbackFields(
  event: RoomEvent,
  { accountSid, at, sequence }: { accountSid: string; at: number; sequence: number },
): Record<string, string> {
  const { room } = event
  return {
    AccountSid: accountSid,
    RoomName: room.name,
    RoomSid: room.sid,
    RoomStatus: room.isOver ? 'completed' : 'in-progress',
    RoomType: room.settings.type,
    StatusCallbackEvent: event.type,
    Timestamp: new Date(at).toISOString(),
    SequenceNumber: String(sequence),
    ...(event.type === 'room-ended' && { RoomDuration: duration(room.createdAt, room.endedAt ?? at) }),
    ...('participant' in event && participantFields(event, at)),
    ...('track' in event && { TrackSid: event.track.sid, TrackKind: event.track.kind }),
  }
}

function participantFields(event: Extract<RoomEvent, { participant: unknown }>, at: number) {
  const { participant } = event
  return {
    ParticipantSid: participant.sid,
    ParticipantIdentity: participant.identity,
    ParticipantStatus: participant.state,
    ...(event.type === 'participant-disconnected' && {
      ParticipantDuration: duration(participant.joinedAt, participant.leftAt ?? at),
    }),
  }
}

function duration(from: number, to: number): string {
  return String(seconds(from, to))
}
