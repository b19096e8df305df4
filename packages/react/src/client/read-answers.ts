import {
  BOOKING_STATUSES,
  type Booking,
  type BookingGuest,
  type BookingPage,
  type LaunchTicket,
  type LeaveReceipt,
  type MeetingPerson,
  PARTICIPANT_ROLES,
  type TokenRenewal,
} from '@meetings/contract'
import {
  flag,
  instant,
  isRecord,
  list,
  nullable,
  number,
  oneOf,
  optional,
  record,
  text,
  textOrNull,
} from './readers.ts'

const role = oneOf(PARTICIPANT_ROLES)
export const readPerson = record<MeetingPerson>({ identity: text, name: text, role })
const anyRecord = (value: unknown) => (isRecord(value) ? value : {})

export const readBooking = record<Booking>({
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
  viewerRole: role,
  joinWindow: record({ opensAt: instant, closesAt: instant }),
  metadata: anyRecord,
  notes: optional(textOrNull),
  customerTimeZone: optional(textOrNull),
  guests: optional(list(record<BookingGuest>({ name: textOrNull, email: optional(text) }))),
  hosts: optional(list(record({ id: text, name: text }))),
  answers: optional(anyRecord) as () => Booking['answers'],
  cancellation: optional(nullable(record({ by: nullable(role), reason: textOrNull, at: instant }))),
  changeableUntil: optional(nullable(instant)),
  presence: optional(nullable(record({ hostIsIn: flag, others: number }))),
  sequence: optional(number),
})

const renewal = { token: text, expiresAt: instant, serverTime: instant, participants: list(readPerson) }

export const readTokenRenewal = record<TokenRenewal>(renewal)

export const readLaunchTicket = record<LaunchTicket>({
  ...renewal,
  roomName: text,
  participantName: text,
  bookingId: text,
  endsAt: instant,
  role,
})

export const readLeaveReceipt = record<LeaveReceipt>({ bookingId: text, status: oneOf(BOOKING_STATUSES) })

export const readBookingPage = record<BookingPage>({
  bookings: list(readBooking),
  nextCursor: textOrNull,
  serverTime: instant,
})
