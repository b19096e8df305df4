import { MeetingsError } from '../errors/meetings-error.ts'
import { forgottenBy } from '../launch/after-the-end.ts'
import { viewerOf } from '../launch/viewer.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { ViewedBooking } from '../ports/booking-store.ts'
import type { Booker } from '../ports/schedule-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'

/** A booking of the user's. Throws `BOOKING_NOT_FOUND`. */
export async function findOwnBooking<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
): Promise<{ booking: ViewedBooking; viewer: Booker }> {
  const viewer = { ...(await viewerOf(deps, bookingId, user)), organizationId: user.organizationId ?? null }
  const found = await deps.store.find({ bookingId, viewer, forgottenBy: forgottenBy(deps.now()) })
  if (found === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  return { booking: found.booking, viewer }
}
