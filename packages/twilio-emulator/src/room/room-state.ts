import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import type {
  PublishedState,
  RemoteParticipantState,
  RoomStateMessage,
  SubscribedState,
} from '../signaling/server-message.ts'
import type { Participant } from './participant.ts'
import type { Room } from './room.ts'
import { isMediaRelayed } from './room-settings.ts'

/** A participant as the others see it: refused tracks stay out. */
export function remoteState(participant: Participant): RemoteParticipantState {
  return {
    sid: participant.sid,
    identity: participant.identity,
    state: participant.state,
    revision: participant.revision,
    tracks: participant.readyTracks.map(({ sid, name, kind, enabled, priority }) => ({
      sid,
      name,
      kind,
      enabled,
      priority,
    })),
  }
}

/** What became of a participant's own tracks. */
export function publishedState(participant: Participant): PublishedState {
  return {
    revision: participant.publishedRevision,
    tracks: participant.tracks.map((track) =>
      track.state === 'ready'
        ? { id: track.id, sid: track.sid, state: track.state }
        : { id: track.id, state: track.state, error: track.error },
    ),
  }
}

/** Which tracks of the others a participant receives, and under which id each comes in the media: its own. */
export function subscribedState(participant: Participant, others: readonly Participant[]): SubscribedState {
  return {
    revision: participant.subscribedRevision,
    tracks: others.flatMap((other) => other.readyTracks).map(({ sid, id }) => ({ sid, id })),
  }
}

/** The whole room, for somebody who enters (`connected`) or comes back (`synced`). */
export function wholeState(
  type: RoomStateMessage['type'],
  room: Room,
  participant: Participant,
  peerConnections: PeerConnectionState[],
): RoomStateMessage {
  const others = room.othersThan(participant)
  return {
    type,
    version: 2,
    session: participant.session,
    sid: room.sid,
    name: room.name,
    options: {
      session_timeout: room.sessionTimeoutSeconds,
      signaling_region: 'dev1',
      media_region: room.settings.mediaRegion,
      ...(isMediaRelayed(room.settings.type) ? { audio_processors: ['krisp', 'rnnoise'] } : {}),
    },
    participant: {
      sid: participant.sid,
      identity: participant.identity,
      state: 'connected',
      revision: participant.revision,
    },
    participants: others.map(remoteState),
    published: publishedState(participant),
    subscribed: subscribedState(participant, others),
    peer_connections: peerConnections,
    recording: room.recording,
    media_signaling: room.media.channelsOf(participant),
  }
}
