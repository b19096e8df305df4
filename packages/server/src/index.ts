export type {
  Booking,
  BookingPage,
  BookingScope,
  BookingStatus,
  ErrorBody,
  ErrorCode,
  JoinPolicy,
  JoinWindow,
  LaunchTicket,
  LeaveReceipt,
  MeetingPerson,
  MeetingRouteName,
  ParticipantRole,
  TokenRenewal,
} from '@meetings/contract'
export type { ListBookingsInput } from './bookings/list-bookings.ts'
export { createMeetings, type Meetings, type MeetingsHandler } from './create-meetings.ts'
export { isMeetingsError, MeetingsError, type MeetingsErrorOptions } from './errors/meetings-error.ts'
export type { MeetingsApi } from './meetings-api.ts'
export type { ErrorContext, Logger, MeetingsEvent } from './meetings-events.ts'
export type { MeetingsOptions } from './meetings-options.ts'
export type { MeetingsUser } from './meetings-user.ts'
export type { Authenticate, Authenticated } from './ports/authenticate.ts'
export type {
  BookingRecord,
  BookingStore,
  EnterRequest,
  EnterResult,
  FoundBooking,
  LeaveRequest,
  ListPosition,
  ListRequest,
  ListResult,
  ViewedBooking,
  Viewer,
  Visitor,
} from './ports/booking-store.ts'
export type { Clock } from './ports/clock.ts'
export type { RoomGrant, RoomToken, VideoProvider } from './ports/video-provider.ts'
