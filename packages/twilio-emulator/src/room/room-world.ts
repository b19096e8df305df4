import type { Timers } from '../clock/timers.ts'
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
  onEvent(event: RoomEvent): void
}
