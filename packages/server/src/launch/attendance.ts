import { isInCharge } from '../bookings/participant-role.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { Visitor } from '../ports/booking-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { forgottenBy } from './after-the-end.ts'
import { viewerOf } from './viewer.ts'

/** Who came to a meeting, and when. */
export interface Attendance {
  bookingId: string
  /** Each person once, in the order they first came. */
  people: Visitor[]
}

/**
 * Who came and who is in, for the meeting's host and for admins.
 * Throws `BOOKING_NOT_FOUND`, `ACTION_FORBIDDEN` or `STORE_UNAVAILABLE`.
 */
export async function attendance<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
): Promise<Attendance> {
  const viewer = await viewerOf(deps, bookingId, user)
  const found = await deps.store.find({ bookingId, viewer, forgottenBy: forgottenBy(deps.now()) })
  if (found === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  const { booking, visitors } = found
  if (!isInCharge(booking, viewer)) throw new MeetingsError('ACTION_FORBIDDEN')
  return { bookingId: booking.id, people: visitors }
}
