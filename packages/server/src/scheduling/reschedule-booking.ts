import type { Booking } from '@meetings/contract'
import { presentBooking } from '../bookings/present-booking.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { findNearest } from './find-nearest.ts'
import { findOwnBooking } from './find-own-booking.ts'
import { changeRefusal, slotTaken } from './refusals.ts'
import { requireSchedule } from './scheduling-deps.ts'
import { candidatesAt, slotTimes } from './slot-search.ts'

/** What moving a booking did. `movedFrom` is its start before; `null` when it was at this time already. */
export interface Rescheduled {
  booking: Booking
  movedFrom: string | null
}

/**
 * Moves a booking to another open slot of its type; its own time counts as free. Who may: as for cancelling. The time
 * it has already is success without a change. Throws `SLOT_TAKEN`, `BOOKING_NOT_FOUND`, `ACTION_FORBIDDEN`,
 * `BOOKING_CANCELLED` or `BOOKING_ENDED`.
 */
export async function rescheduleBooking<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  { bookingId, startTime }: { bookingId: string; startTime: string },
  user: User,
): Promise<Rescheduled> {
  const schedule = requireSchedule(deps)
  const { booking: before, viewer } = await findOwnBooking(deps, bookingId, user)
  const { meetingTypeId } = before
  if (meetingTypeId === null) throw notMovable()
  const at = deps.now()
  const start = Date.parse(startTime)
  const request = { meetingTypeId, viewer, at, exceptBookingId: bookingId }
  const openings = await schedule.findOpenings({
    ...request,
    from: new Date(start),
    to: new Date(start + 1),
  })
  if (openings === null) throw notMovable()
  const result = await schedule.reschedule({
    bookingId,
    viewer,
    at,
    ...slotTimes(openings, start),
    candidates: candidatesAt(openings, start, at),
  })
  if (result === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  const { outcome, booking } = result
  if (outcome === 'taken') throw slotTaken(await findNearest(schedule, request, start))
  if (outcome !== 'rescheduled' && outcome !== 'unchanged') throw changeRefusal(outcome, booking, 'moved', at)
  return {
    booking: presentBooking(booking, viewer, deps),
    movedFrom: outcome === 'unchanged' ? null : before.startTime,
  }
}

function notMovable(): MeetingsError {
  return new MeetingsError('ACTION_FORBIDDEN', {
    message: 'Meetings of this kind cannot be moved. Cancel this one and book another.',
  })
}
