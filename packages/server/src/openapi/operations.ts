import type { ErrorCode, MeetingRouteName } from '@meetings/contract'
import { BOOKING_OPERATIONS } from './booking-operations.ts'
import { MODERATION_OPERATIONS } from './moderation-operations.ts'
import { JSON_CODES, type OperationNotes } from './operation-notes.ts'

const JOIN_CODES = [
  ...JSON_CODES,
  'BOOKING_NOT_FOUND',
  'JOIN_TOO_EARLY',
  'BOOKING_ENDED',
  'BOOKING_CANCELLED',
  'REMOVED_FROM_MEETING',
  'HOST_REFUSED',
  'MEETING_LOCKED',
  'WAITING_FOR_ADMISSION',
  'VIDEO_UNAVAILABLE',
] as const satisfies ErrorCode[]

/** What every route of an access can fail with. The host's `authenticate` may be what is unavailable. */
export const CODES_BY_ACCESS = {
  person: [
    'UNAUTHENTICATED',
    'ORIGIN_REJECTED',
    'RATE_LIMITED',
    'INTERNAL',
    'CONFIG_INVALID',
    'STORE_UNAVAILABLE',
  ],
  signed: ['INTERNAL', 'CONFIG_INVALID', 'STORE_UNAVAILABLE'],
  open: ['INTERNAL', 'CONFIG_INVALID', 'STORE_UNAVAILABLE'],
} as const satisfies Record<OperationNotes['access'], ErrorCode[]>

export const OPERATIONS: Record<MeetingRouteName, OperationNotes> = {
  launchVideo: {
    tag: 'Calls',
    summary: 'Join a meeting',
    description:
      'Lets the caller in, if they take part and the join window is open, and answers a token for the room. The ' +
      'first launch moves the booking to in_progress. Safe to repeat.',
    access: 'person',
    request: { json: 'BookingRequest' },
    answer: 'LaunchTicket',
    codes: JOIN_CODES,
  },
  refreshToken: {
    tag: 'Calls',
    summary: 'Renew the token of a call',
    description:
      'Who has entered may renew until an hour after the end; who has not is held to the join window.',
    access: 'person',
    request: { json: 'BookingRequest' },
    answer: 'TokenRenewal',
    codes: JOIN_CODES,
  },
  leaveVideo: {
    tag: 'Calls',
    summary: 'Leave a meeting',
    description: "Ends the caller's visit; the last one out ends the meeting. Safe to repeat.",
    access: 'person',
    request: { json: 'BookingRequest' },
    answer: 'LeaveReceipt',
    codes: [...JSON_CODES, 'BOOKING_NOT_FOUND'],
  },
  endVideo: {
    tag: 'Calls',
    summary: 'End a meeting for everybody',
    description: 'For its host and for admins. Nobody can come back. Safe to repeat.',
    access: 'person',
    request: { json: 'BookingRequest' },
    answer: 'LeaveReceipt',
    codes: [...JSON_CODES, 'BOOKING_NOT_FOUND', 'ACTION_FORBIDDEN', 'BOOKING_CANCELLED', 'VIDEO_UNAVAILABLE'],
  },
  ...MODERATION_OPERATIONS,
  listBookings: {
    tag: 'Bookings',
    summary: "List the caller's bookings",
    description:
      'What the caller takes part in and, for an admin, what their organisation has. `upcoming` comes soonest ' +
      'first, every other scope latest first. A parameter that is not named here is refused.',
    access: 'person',
    request: { query: 'ListBookingsQuery' },
    answer: 'BookingPage',
    codes: ['VALIDATION_FAILED'],
  },
  bookingCalendar: {
    tag: 'Bookings',
    summary: 'Download a booking for calendars',
    description: 'iCalendar, for whoever takes part. Its UID stays, its SEQUENCE rises.',
    access: 'person',
    request: null,
    answer: { mediaType: 'text/calendar' },
    codes: ['BOOKING_NOT_FOUND', 'VALIDATION_FAILED'],
  },
  ...BOOKING_OPERATIONS,
  twilioStatusCallback: {
    tag: 'Operations',
    summary: 'News of the room service',
    description:
      'For Twilio only: checked by its signature over the public address and the form. Read are ' +
      'StatusCallbackEvent (participant-connected, participant-disconnected, room-ended), AccountSid, RoomName, ' +
      'RoomSid, ParticipantSid, ParticipantIdentity and Timestamp; other events are accepted and ignored. News ' +
      'may come late, twice and in any order.',
    access: 'signed',
    request: 'form',
    answer: null,
    codes: [
      ...JSON_CODES,
      'WEBHOOK_SIGNATURE_INVALID',
      'WEBHOOK_BODY_REWRITTEN',
      'ROUTE_NOT_FOUND',
      'VIDEO_UNAVAILABLE',
    ],
  },
  openapi: {
    tag: 'Operations',
    summary: 'This document',
    description: 'OpenAPI 3.1, made from the schemas that read the requests.',
    access: 'person',
    request: null,
    answer: 'OpenApiDocument',
    codes: [],
  },
  health: {
    tag: 'Operations',
    summary: 'Health probe',
    description: 'For load balancers: whether the store answers. It is asked at most once a second.',
    access: 'open',
    request: null,
    answer: 'Health',
    codes: [],
  },
}
