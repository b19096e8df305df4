import type { Booking, BookingCancellation, QuestionAnswers } from '@meetings/contract'
import { PARTICIPANT_ROLES, shiftMinutes } from '@meetings/contract'
import type { BookingRecord, ViewedBooking, Viewer } from '../ports/booking-store.ts'
import { furtherHostsOf, guestsOf, isInCharge } from './participant-role.ts'

// Everything a booking gains is kept in its metadata, so that tables of other shapes hold it, too. What stands there
// may have been written by anybody's code: whatever does not have the right shape counts as not there.

/** The host application's own part of the metadata: without what goes over the wire as fields of the booking, or not. */
export function foreignMetadata({ metadata }: BookingRecord): Booking['metadata'] {
  const {
    notes,
    timeZone,
    guests,
    answers,
    cancellation,
    sequence,
    hosts,
    buffers,
    cutoffMinutes,
    ...foreign
  } = metadata
  return foreign
}

/** What came with the booking, as far as this viewer may see it: guests are told neither addresses nor answers. */
export function bookingDetails(booking: ViewedBooking) {
  const { notes, timeZone } = booking.metadata
  const isGuest = booking.viewerRole === 'guest'
  return {
    notes: textOf(notes),
    customerTimeZone: textOf(timeZone),
    guests: guestsOf(booking).map(({ name, email }) => (isGuest ? { name } : { name, email })),
    hosts: furtherHostsOf(booking).map(({ id, name }) => ({ id, name: name ?? '' })),
    answers: isGuest ? {} : answersOf(booking),
    cancellation: cancellationOf(booking),
    sequence: sequenceOf(booking),
  } satisfies Partial<Booking>
}

/** How often the booking was moved or cancelled. */
export function sequenceOf({ metadata: { sequence } }: BookingRecord): number {
  return isCount(sequence) ? sequence : 0
}

/** How long before the start its customer can no longer change it. */
export function cutoffMinutesOf({ metadata: { cutoffMinutes } }: BookingRecord): number {
  return isCount(cutoffMinutes) ? cutoffMinutes : 0
}

/** Until when this viewer may cancel or move the booking; `null` when they may not. */
export function changeableUntil(booking: ViewedBooking, viewer: Viewer): string | null {
  if (booking.status !== 'confirmed') return null
  if (isInCharge(booking, viewer)) return booking.startTime
  if (booking.viewerRole !== 'customer') return null
  return shiftMinutes(booking.startTime, -cutoffMinutesOf(booking))
}

function answersOf({ metadata: { answers } }: BookingRecord): QuestionAnswers {
  if (answers === undefined) return {}
  const given = Object.entries(fieldsOf(answers)).filter(
    (entry): entry is [string, string | boolean] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'boolean',
  )
  return Object.fromEntries(given)
}

function cancellationOf({ status, metadata: { cancellation } }: BookingRecord): BookingCancellation | null {
  if (status !== 'cancelled') return null
  const { by, reason, at } = fieldsOf(cancellation)
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN
  if (Number.isNaN(time)) return null
  const role = PARTICIPANT_ROLES.find((known) => known === by) ?? null
  return { by: role, reason: textOf(reason), at: new Date(time).toISOString() }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
