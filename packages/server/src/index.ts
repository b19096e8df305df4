export type {
  Availability,
  AvailabilityQuery,
  AvailableDay,
  Booking,
  BookingCancellation,
  BookingDraft,
  BookingGuest,
  BookingPage,
  BookingPresence,
  BookingReceipt,
  BookingScope,
  BookingStatus,
  ErrorBody,
  ErrorCode,
  ErrorDetails,
  FieldProblem,
  GuestDraft,
  HoldReceipt,
  HostMode,
  HostSchedule,
  JoinPolicy,
  JoinWindow,
  LaunchTicket,
  LeaveReceipt,
  MeetingPerson,
  MeetingQuestion,
  MeetingRouteName,
  MeetingType,
  MeetingTypeList,
  Moderation,
  ParticipantRole,
  QuestionAnswers,
  ScheduleReceipt,
  Slot,
  SlotHold,
  TokenRenewal,
  WaitingPerson,
  WaitingRoom,
  WallInterval,
  WeeklyHours,
} from '@meetings/contract'
export type { BookingRules } from './availability/booking-rules.ts'
export type { ListBookingsInput } from './bookings/list-bookings.ts'
export { createMeetings, type Meetings, type MeetingsHandler } from './create-meetings.ts'
export { isMeetingsError, MeetingsError, type MeetingsErrorOptions } from './errors/meetings-error.ts'
export type { CorsOptions } from './http/cors.ts'
export { DEFAULT_REQUESTS_PER_MINUTE, type RateLimitOptions } from './http/rate-limit.ts'
export type { Attendance } from './launch/attendance.ts'
export type { RoomOptions } from './launch/prepare-room.ts'
export type { CallAs, MeetingsApi } from './meetings-api.ts'
export type { ErrorContext, MeetingsEvent } from './meetings-events.ts'
export type { MeetingsHooks } from './meetings-hooks.ts'
export type { MeetingsOptions } from './meetings-options.ts'
export type { MeetingsUser } from './meetings-user.ts'
export type { ModerationApi, ParticipantInput } from './moderation/moderation-api.ts'
export type { Logger } from './operations/logger.ts'
export type { Span, Tracer } from './operations/tracer.ts'
export type { Authenticate, Authenticated } from './ports/authenticate.ts'
export type {
  BookingRecord,
  BookingStore,
  EndRequest,
  EndResult,
  EnterRequest,
  EnterResult,
  FoundBooking,
  LeaveRequest,
  LeaveResult,
  ListPosition,
  ListRequest,
  ListResult,
  SettleResult,
  Swept,
  ViewedBooking,
  Viewer,
  Visitor,
} from './ports/booking-store.ts'
export type { CallOptions } from './ports/call-options.ts'
export type { Clock } from './ports/clock.ts'
export type {
  Barred,
  ModeratedPerson,
  ModerateRequest,
  ModerateResult,
  ModerationAction,
} from './ports/moderation.ts'
export type { RateLimiter, RateLimitRule } from './ports/rate-limiter.ts'
export type { RoomNews } from './ports/room-news.ts'
export type {
  Booker,
  BookRequest,
  BookResult,
  CancelRequest,
  CancelResult,
  Candidate,
  HoldRecord,
  HoldRequest,
  HostRecord,
  MeetingTypeRecord,
  Openings,
  OpeningsRequest,
  Refusal,
  RescheduleRequest,
  RescheduleResult,
  ScheduleStore,
  Span as TimeSpan,
} from './ports/schedule-store.ts'
export type {
  NewsRequest,
  RoomGrant,
  RoomParticipant,
  RoomPlan,
  RoomToken,
  VideoProvider,
} from './ports/video-provider.ts'
export type { CalendarFile } from './scheduling/booking-calendar.ts'
export type { SchedulingApi, SlotInput } from './scheduling/scheduling-api.ts'
