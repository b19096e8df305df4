import {
  BOOKING_STATUSES,
  type Booking,
  type BookingPage,
  type LaunchTicket,
  type LeaveReceipt,
  type MeetingPerson,
  PARTICIPANT_ROLES,
  type TokenRenewal,
} from '@meetings/contract'

// Written by hand because a schema library would weigh more than the rest of the client. Each reader
// answers `null` for what it does not understand, and copies only the fields it knows.

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function readLaunchTicket(body: unknown): LaunchTicket | null {
  if (!isRecord(body)) return null
  const { token, roomName, participantName, bookingId, expiresAt, endsAt, serverTime, role } = body
  const participants = readPeople(body.participants)
  return isText(token) &&
    isText(roomName) &&
    typeof participantName === 'string' &&
    isText(bookingId) &&
    isInstant(expiresAt) &&
    isInstant(endsAt) &&
    isInstant(serverTime) &&
    isOneOf(PARTICIPANT_ROLES, role) &&
    participants
    ? { token, roomName, participantName, bookingId, expiresAt, endsAt, serverTime, role, participants }
    : null
}

export function readTokenRenewal(body: unknown): TokenRenewal | null {
  if (!isRecord(body)) return null
  const { token, expiresAt, serverTime } = body
  const participants = readPeople(body.participants)
  return isText(token) && isInstant(expiresAt) && isInstant(serverTime) && participants
    ? { token, expiresAt, serverTime, participants }
    : null
}

export function readLeaveReceipt(body: unknown): LeaveReceipt | null {
  if (!isRecord(body)) return null
  const { bookingId, status } = body
  return isText(bookingId) && isOneOf(BOOKING_STATUSES, status) ? { bookingId, status } : null
}

export function readBookingPage(body: unknown): BookingPage | null {
  if (!isRecord(body)) return null
  const { nextCursor, serverTime } = body
  const bookings = readAll(body.bookings, readBooking)
  return bookings && isTextOrNull(nextCursor) && isInstant(serverTime)
    ? { bookings, nextCursor, serverTime }
    : null
}

function readBooking(value: unknown): Booking | null {
  if (!isRecord(value)) return null
  const { id, organizationId, meetingTypeId, meetingTypeName, hostId, hostName } = value
  const { customerId, customerName, customerEmail, startTime, endTime, status, viewerRole, metadata } = value
  const joinWindow = readJoinWindow(value.joinWindow)
  return isText(id) &&
    isTextOrNull(organizationId) &&
    isTextOrNull(meetingTypeId) &&
    typeof meetingTypeName === 'string' &&
    typeof hostId === 'string' &&
    typeof hostName === 'string' &&
    isTextOrNull(customerId) &&
    typeof customerName === 'string' &&
    isTextOrNull(customerEmail) &&
    isInstant(startTime) &&
    isInstant(endTime) &&
    isOneOf(BOOKING_STATUSES, status) &&
    isOneOf(PARTICIPANT_ROLES, viewerRole) &&
    joinWindow
    ? {
        id,
        organizationId,
        meetingTypeId,
        meetingTypeName,
        hostId,
        hostName,
        customerId,
        customerName,
        customerEmail,
        startTime,
        endTime,
        status,
        viewerRole,
        joinWindow,
        metadata: isRecord(metadata) ? metadata : {},
      }
    : null
}

function readJoinWindow(value: unknown): Booking['joinWindow'] | null {
  if (!isRecord(value)) return null
  const { opensAt, closesAt } = value
  return isInstant(opensAt) && isInstant(closesAt) ? { opensAt, closesAt } : null
}

function readPeople(value: unknown): MeetingPerson[] | null {
  return readAll(value, (person) => {
    if (!isRecord(person)) return null
    const { identity, name, role } = person
    return isText(identity) && typeof name === 'string' && isOneOf(PARTICIPANT_ROLES, role)
      ? { identity, name, role }
      : null
  })
}

function readAll<T>(value: unknown, read: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(value)) return null
  const items = value.map(read)
  return items.every((item) => item !== null) ? items : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function isOneOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return list.some((item) => item === value)
}
