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

// Written by hand because a schema library would weigh more than the rest of the client. A reader answers
// the value with only the fields it knows, and throws for what it does not understand.
type Reader<T> = (value: unknown) => T

const person = record<MeetingPerson>({ identity: text, name: text, role: oneOf(PARTICIPANT_ROLES) })

const booking = record<Booking>({
  id: text,
  organizationId: textOrNull,
  meetingTypeId: textOrNull,
  meetingTypeName: text,
  hostId: text,
  hostName: text,
  customerId: textOrNull,
  customerName: text,
  customerEmail: textOrNull,
  startTime: instant,
  endTime: instant,
  status: oneOf(BOOKING_STATUSES),
  viewerRole: oneOf(PARTICIPANT_ROLES),
  joinWindow: record({ opensAt: instant, closesAt: instant }),
  metadata: (value) => (isRecord(value) ? value : {}),
})

const renewal = { token: text, expiresAt: instant, serverTime: instant, participants: list(person) }

export const readTokenRenewal = record<TokenRenewal>(renewal)

export const readLaunchTicket = record<LaunchTicket>({
  ...renewal,
  roomName: text,
  participantName: text,
  bookingId: text,
  endsAt: instant,
  role: oneOf(PARTICIPANT_ROLES),
})

export const readLeaveReceipt = record<LeaveReceipt>({ bookingId: text, status: oneOf(BOOKING_STATUSES) })

export const readBookingPage = record<BookingPage>({
  bookings: list(booking),
  nextCursor: textOrNull,
  serverTime: instant,
})

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function record<T>(fields: { [Key in keyof T]: Reader<T[Key]> }): Reader<T> {
  return (value) => {
    if (!isRecord(value)) return refuse()
    const known: Partial<T> = {}
    for (const key in fields) known[key] = fields[key](value[key])
    return known as T
  }
}

function list<T>(read: Reader<T>): Reader<T[]> {
  return (value) => (Array.isArray(value) ? value.map(read) : refuse())
}

function oneOf<T extends string>(known: readonly T[]): Reader<T> {
  return (value) => known.find((item) => item === value) ?? refuse()
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : refuse()
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : text(value)
}

/** ISO 8601; stays a string. */
function instant(value: unknown): string {
  return Number.isNaN(Date.parse(text(value))) ? refuse() : text(value)
}

/** Says nothing of the value: it may be a secret. */
function refuse(): never {
  throw new TypeError('The answer is not understood.')
}
