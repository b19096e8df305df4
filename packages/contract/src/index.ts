export {
  BOOKING_SCOPES,
  BOOKING_STATUSES,
  type Booking,
  type BookingCancellation,
  type BookingGuest,
  type BookingPage,
  type BookingPresence,
  type BookingScope,
  type BookingStatus,
  type JoinWindow,
  PARTICIPANT_ROLES,
  type ParticipantRole,
} from './booking/booking.ts'
export {
  ERROR_CATALOGUE,
  ERROR_HEADER,
  type ErrorBody,
  type ErrorDetails,
  type ErrorEntry,
  type FieldProblem,
  REQUEST_ID_HEADER,
  tooEarlyMessage,
} from './errors/error-catalogue.ts'
export { ERROR_CODES, type ErrorCode } from './errors/error-codes.ts'
export { type JoinStatus, joinStatus } from './join-window/join-status.ts'
export { DEFAULT_JOIN_POLICY, type JoinPolicy, joinWindow, MINUTE_MS } from './join-window/join-window.ts'
export { shiftMinutes } from './join-window/shift-minutes.ts'
export {
  type BookingRequest,
  bookingIdOf,
  type LaunchTicket,
  type LeaveReceipt,
  type MeetingPerson,
  roomNameOf,
  type TokenRenewal,
} from './launch/launch.ts'
export {
  ADMISSION_RETRY_SECONDS,
  type LockRequest,
  type Moderation,
  type ParticipantRequest,
  WAITING_ROOMS,
  type WaitingPerson,
  type WaitingRoom,
} from './moderation/moderation.ts'
export {
  DEFAULT_BASE_PATH,
  IDEMPOTENCY_HEADER,
  MEETING_ROUTES,
  type MeetingRouteName,
  pathOfRoute,
  REPLAYED_HEADER,
} from './routes/meeting-routes.ts'
export type {
  Availability,
  AvailabilityQuery,
  AvailableDay,
  HoldReceipt,
  Slot,
  SlotHold,
} from './scheduling/availability.ts'
export type { BookingDraft, BookingReceipt, GuestDraft, QuestionAnswers } from './scheduling/booking-draft.ts'
export type { HostSchedule, ScheduleReceipt, WallInterval, WeeklyHours } from './scheduling/host-schedule.ts'
export {
  HOST_MODES,
  type HostMode,
  type MeetingQuestion,
  type MeetingType,
  type MeetingTypeList,
  QUESTION_TYPES,
} from './scheduling/meeting-type.ts'
