import type { ConnectionCheckRequest, ConnectionReport } from './connection-report.ts'
import type { RoomEnd } from './room-end.ts'

/** The port to a video service. `room/twilio` implements it for real, `room/fake` for stories and tests. */
export interface RoomClient {
  /**
   * Enters a room. Rejects with a `RoomEnd` (see `room-end.ts`) when the service refuses, and with
   * `{ kind: 'left' }` when `signal` aborts first; an aborted connect leaves nothing behind.
   */
  connect(request: RoomRequest): Promise<RoomConnection>
  /**
   * Tries for some seconds how well sound and picture get through to the service and back, without entering
   * a room or opening a device. What is wrong with the connection is an answer, too: it rejects only when
   * `signal` aborts, with `{ kind: 'left' }`; an aborted check sends nothing any more.
   */
  checkConnection(request: ConnectionCheckRequest): Promise<ConnectionReport>
}

export interface RoomRequest {
  token: string
  roomName: string
  /** What to publish from the start. The room publishes and unpublishes; it never stops a track's device. */
  tracks: { microphone: MediaStreamTrack | null; camera: MediaStreamTrack | null }
  /** Publish the microphone, but silent. */
  isMuted?: boolean
  signal: AbortSignal
}

/** One stay in a room. All methods are safe to call after the end. */
export interface RoomConnection {
  getSnapshot(): RoomSnapshot
  subscribe(listener: () => void): () => void
  /** Publishes, swaps or (with `null`) unpublishes. Resolves when the others can receive it. */
  setMicrophone(track: MediaStreamTrack | null): Promise<void>
  setCamera(track: MediaStreamTrack | null): Promise<void>
  setScreen(tracks: { video: MediaStreamTrack; audio: MediaStreamTrack | null } | null): Promise<void>
  /** Silences the published microphone at once and tells the others. */
  setMuted(muted: boolean): void
  /**
   * Says something to everybody who can be reached, in order, nothing lost on the way; at most
   * `MAX_MESSAGE_BYTES`. Until the room is ready for it, it waits. `false`: it was not and will not be
   * sent, because the room is over, reconnecting, or takes no messages, or because it is too long.
   */
  send(text: string): boolean
  /** What others say from now on, and what arrived before anybody listened. */
  onMessage(listener: (message: RoomMessage) => void): () => void
  /**
   * Messages of this person arrive from now on: theirs are missed before. Told once for everybody who can
   * be reached already.
   */
  onReachable(listener: (person: Pick<RoomMessage, 'sid' | 'identity'>) => void): () => void
  /** What the service writes down of what is said, where it does so and the host app asked for it. */
  onCaption(listener: (caption: RoomCaption) => void): () => void
  /** What the connection has carried so far; `null` when it cannot be measured now. Never rejects. */
  getStatistics(): Promise<RoomStatistics | null>
  /** The page is back in sight: wakes up what a phone has put to sleep. */
  refreshMedia(): void
  /** Leaves. Idempotent. */
  disconnect(): void
}

/** Something a participant said. Who they are is the room's word, what they say is theirs: read it with suspicion. */
export interface RoomMessage {
  sid: string
  identity: string
  text: string
}

/** Something that was said, written down by the service. */
export interface RoomCaption {
  /** The same for all versions of one sentence: it grows while it is spoken. */
  id: string
  /** Of whoever said it. */
  sid: string
  text: string
  isFinal: boolean
  /** BCP 47; `null` when the service does not tell. */
  language: string | null
}

/** What a connection has carried since it began, as far as the browser counts. */
export interface RoomStatistics {
  /** When it was counted, in milliseconds of the browser's own clock: of use for differences only. */
  at: number
  tracks: readonly TrackStatistics[]
}

export interface TrackStatistics {
  /** Of the track: see `RoomTrack`. */
  sid: string
  kind: 'audio' | 'video'
  direction: 'sent' | 'received'
  bytes: number
  packets: number
  packetsLost: number
  /** There and back again, in milliseconds; `null` when nobody has measured it, as for what is received. */
  roundTripMs: number | null
  width: number | null
  height: number | null
  frameRate: number | null
  /** Such as `VP8` or `opus`. */
  codec: string | null
}

/** The longest message a room carries, in bytes of UTF-8: what every browser takes in one piece. */
export const MAX_MESSAGE_BYTES = 16_000

/**
 * What a room looks like now. Immutable: an object that has not changed keeps its identity from one
 * snapshot to the next, so a tile renders only when its own participant changed.
 */
export interface RoomSnapshot {
  sid: string
  name: string
  /** `ended` is final; `end` then says why. */
  status: 'connected' | 'reconnecting' | 'ended'
  end: RoomEnd | null
  local: RoomParticipant
  /** Who speaks most, of the others; `null` while nobody does, or where the service does not tell. */
  dominantSpeakerSid: string | null
  /** The service records this room. */
  isRecording: boolean
  /** In order of arrival. */
  remotes: readonly RoomParticipant[]
}

export interface RoomParticipant {
  sid: string
  identity: string
  isLocal: boolean
  /** `reconnecting`: their connection is being restored, picture and sound may stand still. */
  state: 'connected' | 'reconnecting'
  /** Their connection, from 0 (broken) over 1 (very bad) to 5 (excellent); `null` while it is not known. */
  networkQuality: number | null
  microphone: RoomTrack | null
  camera: RoomTrack | null
  screen: RoomTrack | null
  /** Sound of a shared screen or tab. */
  screenAudio: RoomTrack | null
}

/** A published track. `null` in a participant means that nothing is published there. */
export interface RoomTrack {
  sid: string
  kind: 'audio' | 'video'
  /** `false` while its owner has muted it. */
  isEnabled: boolean
  /** Remote tracks arrive some time after they are announced; attach when this is true. */
  isReady: boolean
  /** The service stopped sending it to spare the network: what is shown stands still. */
  isSwitchedOff: boolean
  /** Plays the track in an element; the answer detaches it again and empties the element. */
  attach(element: HTMLMediaElement): () => void
}
