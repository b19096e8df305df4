import type { Availability, AvailabilityQuery } from '@meetings/contract'
import { groupByDay, timeRangeOf } from '../availability/group-by-day.ts'
import { openSlots } from '../availability/open-slots.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { findOwnBooking } from './find-own-booking.ts'
import { unknownMeetingType, wrongFields } from './refusals.ts'
import { bookerOf, requireSchedule } from './scheduling-deps.ts'
import { availabilityInput, toSlot } from './slot-search.ts'

/**
 * The slots that can be booked, by the days of the viewer's zone. With `bookingId`, those that this booking can be
 * moved to. Throws `VALIDATION_FAILED` for a meeting type that is not there, `BOOKING_NOT_FOUND` for such a booking.
 */
export async function listAvailability<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  query: AvailabilityQuery,
  user: User,
): Promise<Availability> {
  const schedule = requireSchedule(deps)
  const now = deps.now()
  const { meetingTypeId, bookingId, timeZone } = query
  const viewer =
    bookingId === undefined
      ? bookerOf(deps, user)
      : await mover(deps, { bookingId: bookingId.toLowerCase(), meetingTypeId }, user)
  const range = timeRangeOf(query)
  const span = { from: new Date(range.start), to: new Date(range.end) }
  const exceptBookingId = bookingId?.toLowerCase() ?? null
  const openings = await schedule.findOpenings({ meetingTypeId, viewer, ...span, at: now, exceptBookingId })
  if (openings === null) throw unknownMeetingType()
  const open = openSlots({ ...availabilityInput(openings, now), from: range.start, to: range.end })
  const days = groupByDay(open, query).map(({ date, slots }) => ({ date, slots: slots.map(toSlot) }))
  return { days, timeZone, serverTime: now.toISOString() }
}

async function mover<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  { bookingId, meetingTypeId }: { bookingId: string; meetingTypeId: string },
  user: User,
) {
  const { booking, viewer } = await findOwnBooking(deps, bookingId, user)
  if (booking.meetingTypeId !== meetingTypeId) {
    // What an app's own rule allows for this booking must not open another type.
    throw wrongFields([{ path: 'meeting_type_id', message: 'The booking is of another meeting type.' }])
  }
  return viewer
}
