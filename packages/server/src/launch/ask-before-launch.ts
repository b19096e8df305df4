import { presentBooking } from '../bookings/present-booking.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { askHook } from '../operations/ask-hook.ts'
import type { FoundBooking, Viewer } from '../ports/booking-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { forgottenBy } from './after-the-end.ts'
import { barredRefusal, joinRefusal } from './join-refusal.ts'

/** Somebody who wants to come into a booking. */
export interface Caller<User extends MeetingsUser> {
  viewer: Viewer
  user: User
}

// Loaded by the first launch of a server that has such a hook.

/**
 * Asks the host's `beforeLaunch`, which takes one more read. What is refused anyway is refused first.
 * Throws what `launchVideo` throws.
 */
export async function askBeforeLaunch<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  caller: Caller<User>,
): Promise<void> {
  const { viewer } = caller
  const now = deps.now()
  const { waitingRoom } = deps
  const found = await deps.store.find({ bookingId, viewer, forgottenBy: forgottenBy(now), waitingRoom })
  if (found === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  const refusal = joinRefusal(found.booking, viewer, deps.policy, now)
  if (refusal !== null) throw refusal
  // Who waits is asked about, too: they should not wait for nothing.
  if (found.barred && found.barred !== 'waiting') throw barredRefusal(found.barred)
  await askAbout(deps, found, caller)
}

/** Asks about a booking that was read already. */
export async function askAbout<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  { booking }: FoundBooking,
  { viewer, user }: Caller<User>,
): Promise<void> {
  const { hooks, hookMs } = deps
  const about = { booking: presentBooking(booking, viewer, deps), user }
  await askHook('beforeLaunch', hookMs, () => hooks.beforeLaunch?.(about))
}
