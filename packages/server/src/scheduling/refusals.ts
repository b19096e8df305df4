import { type FieldProblem, MINUTE_MS, type Slot } from '@meetings/contract'
import { cutoffMinutesOf } from '../bookings/booking-details.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { ViewedBooking } from '../ports/booking-store.ts'
import type { Refusal } from '../ports/schedule-store.ts'

/** A request whose fields are of the right kind, but do not fit. */
export function wrongFields(fields: FieldProblem[]): MeetingsError {
  return new MeetingsError('VALIDATION_FAILED', { details: { fields } })
}

/** A meeting type that is missing and one that is not the caller's are the same answer. */
export function unknownMeetingType(): MeetingsError {
  return wrongFields([{ path: 'meeting_type_id', message: 'There is no such meeting type.' }])
}

export function slotTaken(nearest: Slot[]): MeetingsError {
  return new MeetingsError('SLOT_TAKEN', { details: { nearest } })
}

/** Why a booking stays as it is. `doing` is what was asked for: `cancelled` or `moved`. */
export function changeRefusal(
  refusal: Refusal,
  booking: ViewedBooking,
  doing: 'cancelled' | 'moved',
  now: Date,
): MeetingsError {
  const isOver = booking.status === 'completed' || Date.parse(booking.endTime) <= now.getTime()
  if (refusal === 'forbidden') {
    return forbidden(`Only who booked this meeting and its host can have it ${doing}.`)
  }
  if (booking.status === 'cancelled') return new MeetingsError('BOOKING_CANCELLED')
  if (isOver) return new MeetingsError('BOOKING_ENDED')
  if (refusal === 'not_confirmed' || Date.parse(booking.startTime) <= now.getTime()) {
    return forbidden(`This meeting has begun and can no longer be ${doing}.`)
  }
  const minutes = cutoffMinutesOf(booking)
  return forbidden(
    `This meeting can be ${doing} until ${inWords(minutes * MINUTE_MS)} before it starts. Please ask your host.`,
  )
}

function forbidden(message: string): MeetingsError {
  return new MeetingsError('ACTION_FORBIDDEN', { message })
}

/** The largest unit that fits: `2 days`, `1 hour`, `90 minutes`. */
function inWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS)
  const [size, unit] =
    minutes % 1440 === 0 ? [1440, 'day'] : minutes % 60 === 0 ? [60, 'hour'] : [1, 'minute']
  const count = minutes / size
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
