import type { Booking, JoinPolicy, WaitingRoom } from '@meetings/contract'
import type { MeetingsHooks } from './meetings-hooks.ts'
import type { MeetingsUser } from './meetings-user.ts'
import type { Guard } from './operations/guard-ports.ts'
import type { BookingRecord, BookingStore } from './ports/booking-store.ts'
import type { Clock } from './ports/clock.ts'
import type { ScheduleStore } from './ports/schedule-store.ts'
import type { VideoProvider } from './ports/video-provider.ts'

/** What every use case works with; built once by `createMeetings`. */
export interface UseCaseDeps<User extends MeetingsUser> {
  store: BookingStore
  /** What can be booked; `undefined` when nothing can. Not guarded: its use cases do that when they are loaded. */
  schedule: ScheduleStore | undefined
  guard: Guard
  video: VideoProvider
  now: Clock
  policy: JoinPolicy
  /** Who waits to be admitted. */
  waitingRoom: WaitingRoom
  /** Where people reach the host app, for calendars; `null` when nobody said. */
  publicPage: string | null
  tokenTtlSeconds: number
  /** The host app's say. Asked through `askHook`. */
  hooks: MeetingsHooks<User>
  /** How long one of them may take, in milliseconds. */
  hookMs: number
  /** Makes the room of a meeting that just began; `undefined` leaves that to the first who connects. */
  prepareRoom: ((booking: BookingRecord, now: Date) => Promise<void>) | undefined
  /** The host app's own rule; `undefined` means the default, which the store decides in its query. */
  isAdmin: ((user: User, booking: Booking) => boolean | Promise<boolean>) | undefined
}
