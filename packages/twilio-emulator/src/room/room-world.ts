import type { Timers } from '../clock/timers.ts'
import type { OpenDataPeer } from '../media-signaling/data-peer.ts'
import type { Ids } from './ids.ts'
import type { RoomEvent } from './room-event.ts'

/** What a room needs from outside. */
export interface RoomWorld {
  ids: Ids
  timers: Timers
  /** Milliseconds since the epoch. */
  now(): number
  /** How long a lost connection may be restored. */
  sessionTimeoutSeconds: number
  /** How the server of a group room talks with a client beside the signalling. */
  openPeer: OpenDataPeer
  onEvent(event: RoomEvent): void
}
