import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { LocalMediaState } from '../media/local-media-state.ts'
import type { DeviceKind } from '../media/media-device.ts'
import type { ConnectionCheckRequest, ConnectionReport } from '../room/connection-report.ts'
import type { RoomCaption, RoomStatistics } from '../room/room-client.ts'
import type { TalkAction } from '../talk/talk-action.ts'
import type { TalkState } from '../talk/talk-state.ts'
import type { CallSession, CallTicket } from './call-session.ts'

export interface CallState {
  session: CallSession
  media: LocalMediaState
  /** Chat, reactions and hands. */
  talk: TalkState
}

export type LaunchResult = { ok: true; bookingId: string } | { ok: false; problem: MeetingsProblem }

/** The one call of an app: everything a person can do with it. No React, no vendor. */
export interface CallController {
  getState(): CallState
  subscribe(listener: () => void): () => void
  /** A join click is likely: fetches what it will need, when the page is idle. */
  preload?(): void
  /** A join click is about to come (pointer or focus on the button): fetches SDK and call screen now. */
  prepare?(): void
  /**
   * The join click: asks the server while SDK and devices load, then opens the call; as a waiting room when
   * a host has to let this person in. Never rejects.
   */
  launch(bookingId: string): Promise<LaunchResult>
  /** Opens a call with a ticket that the host fetched itself. */
  start(ticket: CallTicket): void
  /** "Join now" in the lobby: goes on into the room with the devices as they are. Elsewhere it does nothing. */
  enter(): void
  /** Leaves the room (or the lobby), stops every device, tells the server, closes. Never rejects; a second call joins the first. */
  leave(): Promise<void>
  /** After `failed` or `ended`: launches the same booking again. */
  retry(): Promise<LaunchResult>
  /** Closes a call that is `failed`, `ended` or `turned-away`. */
  dismiss(): void
  /** Puts a fresh token into the ticket without touching the room. */
  refreshToken(bookingId: string): Promise<void>
  toggleMicrophone(): Promise<void>
  toggleCamera(): Promise<void>
  toggleScreenShare(): Promise<void>
  /**
   * Uses this device, now if one of its kind is on and else when it comes on, and in later calls. The room
   * stays connected. Resolves when it is in use or refused (`devices.choiceProblem`). Never rejects.
   */
  chooseDevice(kind: DeviceKind, id: string): Promise<void>
  /**
   * Says or signals something to the others. `false` when it was refused: empty, too long, too fast, not
   * allowed to this person, or nobody can be reached. A chat message that could not be sent is kept as such.
   */
  talk(action: TalkAction): boolean
  /** Takes noise out of this person's voice, or leaves it in (music); also in later calls. Never rejects. */
  reduceNoise(isOn: boolean): Promise<void>
  /**
   * Puts this behind the person (see `BackgroundState`), now and in later calls; `null`: nothing. A camera that
   * only a background kept off comes on. Resolves when it is seen or refused (`devices.choiceProblem`). Never
   * rejects.
   */
  chooseBackground(background: string | null): Promise<void>
  /**
   * Tries how well sound and picture would get through, with the token of the open call; `null` without a
   * call. Rejects when `signal` aborts, and when the video SDK cannot be loaded.
   */
  checkConnection(request: Omit<ConnectionCheckRequest, 'token'>): Promise<ConnectionReport | null>
  /** What the connection has carried so far; `null` without a room, or when it cannot be measured. Never rejects. */
  getStatistics(): Promise<RoomStatistics | null>
  /** Captions, where the service writes them; also across rejoins. The answer stops it. */
  onCaption(listener: (caption: RoomCaption) => void): () => void
  /** The provider unmounted or the page is closing. */
  destroy(): void
}
