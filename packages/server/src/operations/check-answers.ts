import { BOOKING_STATUSES, PARTICIPANT_ROLES } from '@meetings/contract'
import type { FoundBooking, ViewedBooking } from '../ports/booking-store.ts'
import type { RoomToken } from '../ports/video-provider.ts'

// Ports can be anybody's. What would let somebody in at the wrong time, or without a token, is looked at by hand: a
// schema for every row of every list would cost more than the whole rest of the work.

/** Throws a `TypeError` that names the field of a stored booking that cannot be worked with. Never its value. */
export function checkBooking(booking: ViewedBooking): void {
  require(isText(booking?.id), 'id')
  require(isText(booking.hostId), 'hostId')
  require(isTime(booking.startTime), 'startTime')
  require(isTime(booking.endTime), 'endTime')
  require(BOOKING_STATUSES.includes(booking.status), 'status')
  require(PARTICIPANT_ROLES.includes(booking.viewerRole), 'viewerRole')
  require(typeof booking.metadata === 'object' && booking.metadata !== null, 'metadata')
}

/** The same for a booking with its visitors. */
export function checkFound(found: FoundBooking): void {
  checkBooking(found.booking)
  require(Array.isArray(found.visitors), 'visitors')
  for (const visitor of found.visitors) require(isText(visitor?.userId), 'visitors')
}

/** Throws a `TypeError` when a provider gave something that is no token. */
export function checkToken({ token, expiresAt }: RoomToken): void {
  if (!isText(token)) throw new TypeError('The video provider gave no token.')
  if (Number.isNaN(expiresAt.getTime())) throw new TypeError('The video provider gave no expiresAt.')
}

function require(isRight: boolean, field: string): void {
  if (!isRight) throw new TypeError(`The store gave a booking whose ${field} is missing or wrong.`)
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

// Nearly every store writes times like this, and a shape is seen in a third of the time that a date is read in.
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/

function isTime(value: unknown): boolean {
  return typeof value === 'string' && (INSTANT.test(value) || !Number.isNaN(Date.parse(value)))
}
