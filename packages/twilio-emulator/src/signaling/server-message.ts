import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import type { MediaSignalingState } from '../media-signaling/channel-name.ts'
import type { TrackKind } from '../tracks/track-publication.ts'

/** A STUN or TURN server, as WebRTC wants it. */
export interface IceServer {
  urls: string | string[]
  username?: string
  credential?: string
}

export interface RemoteParticipantState {
  sid: string
  identity: string
  state: 'connected' | 'reconnecting' | 'disconnected'
  revision: number
  tracks: { sid: string; name: string; kind: TrackKind; enabled: boolean; priority: string }[]
}

export interface PublishedState {
  revision: number
  tracks: (
    | { id: string; sid: string; state: 'ready' }
    | { id: string; state: 'failed'; error: { code: number; message: string } }
  )[]
}

export interface SubscribedState {
  revision: number
  tracks: { sid: string; id: string }[]
}

export interface RecordingState {
  is_recording: boolean
  revision: number
}

/** Everything a client must know about its room: the answer to `connect` and to `sync`. */
export interface RoomStateMessage {
  type: 'connected' | 'synced'
  version: 2
  session: string
  sid: string
  name: string
  options: {
    session_timeout: number
    signaling_region: string
    media_region: string | null
    audio_processors?: string[]
  }
  participant: { sid: string; identity: string; state: 'connected'; revision: number }
  participants: RemoteParticipantState[]
  published: PublishedState
  subscribed: SubscribedState
  peer_connections: PeerConnectionState[]
  recording: RecordingState
  media_signaling: MediaSignalingState
}

/** What is new; everything that is absent has not changed. */
export interface RoomNews {
  participants?: RemoteParticipantState[]
  published?: PublishedState
  subscribed?: SubscribedState
  peer_connections?: PeerConnectionState[]
  recording?: RecordingState
  media_signaling?: MediaSignalingState
}

interface UpdateMessage extends RoomNews {
  type: 'update'
  version: 2
  session: string
}

export type ServerMessage =
  | { type: 'iced'; ice_servers: readonly IceServer[] }
  | RoomStateMessage
  | UpdateMessage
  | { type: 'disconnected'; session: string; status: 'completed' | 'disconnected' }
  | { type: 'error'; code: number; message: string }
