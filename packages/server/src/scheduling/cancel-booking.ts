import type { Booking } from '@meetings/contract'
import { presentBooking } from '../bookings/present-booking.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import { viewerOf } from '../launch/viewer.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { changeRefusal } from './refusals.ts'
import { requireSchedule } from './scheduling-deps.ts'

/**
 * Cancels a booking that has not begun: its customer until the cutoff, its hosts and admins until the start. What is
 * cancelled already stays as it is. Throws `BOOKING_NOT_FOUND`, `ACTION_FORBIDDEN` or `BOOKING_ENDED`.
 */
export async function cancelBooking<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  { bookingId, reason }: { bookingId: string; reason: string | null },
  user: User,
): Promise<{ booking: Booking; cancelled: boolean }> {
  const schedule = requireSchedule(deps)
  const viewer = await viewerOf(deps, bookingId, user)
  const at = deps.now()
  const result = await schedule.cancel({ bookingId, viewer, at, reason })
  if (result === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  const { outcome, booking } = result
  if (outcome !== 'cancelled' && outcome !== 'already') throw changeRefusal(outcome, booking, 'cancelled', at)
  return { booking: presentBooking(booking, viewer, deps), cancelled: outcome === 'cancelled' }
}
