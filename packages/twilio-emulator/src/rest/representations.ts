import type { Participant } from '../room/participant.ts'
import type { Room } from '../room/room.ts'

/** Where the resources say they live. */
export interface RestPlace {
  accountSid: string
  /** Origin of the REST API, without a slash at the end. */
  url: string
}

/** A room in the shape of Twilio's REST API. */
export function roomResource(room: Room, { accountSid, url }: RestPlace) {
  const { settings } = room
  const self = `${url}/v1/Rooms/${room.sid}`
  return {
    sid: room.sid,
    account_sid: accountSid,
    unique_name: room.name,
    status: room.isOver ? 'completed' : 'in-progress',
    type: settings.type,
    date_created: restDate(room.createdAt),
    date_updated: restDate(room.updatedAt),
    end_time: room.endedAt === null ? null : restDate(room.endedAt),
    duration: room.endedAt === null ? null : seconds(room.createdAt, room.endedAt),
    max_participants: settings.maxParticipants,
    max_participant_duration: settings.maxParticipantDuration,
    max_concurrent_published_tracks: 0,
    record_participants_on_connect: settings.recordParticipantsOnConnect,
    audio_only: settings.isAudioOnly,
    video_codecs: settings.videoCodecs,
    media_region: settings.mediaRegion,
    empty_room_timeout: settings.emptyRoomTimeout,
    unused_room_timeout: settings.unusedRoomTimeout,
    status_callback: settings.statusCallback?.url ?? null,
    status_callback_method: settings.statusCallback?.method ?? 'POST',
    enable_turn: true,
    large_room: false,
    url: self,
    links: { participants: `${self}/Participants` },
  }
}

/** A participant in the shape of Twilio's REST API. */
export function participantResource(room: Room, participant: Participant, { accountSid, url }: RestPlace) {
  const { joinedAt, leftAt } = participant
  return {
    sid: participant.sid,
    room_sid: room.sid,
    account_sid: accountSid,
    status: participant.state,
    identity: participant.identity,
    date_created: restDate(joinedAt),
    date_updated: restDate(leftAt ?? joinedAt),
    start_time: restDate(joinedAt),
    end_time: leftAt === null ? null : restDate(leftAt),
    duration: leftAt === null ? null : seconds(joinedAt, leftAt),
    url: `${url}/v1/Rooms/${room.sid}/Participants/${participant.sid}`,
    links: {},
  }
}

/** Whole seconds from one instant to another, both in milliseconds. */
export function seconds(from: number, to: number): number {
  return Math.round((to - from) / 1000)
}

function restDate(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
}
