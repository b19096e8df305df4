export type {
  Booking,
  BookingScope,
  BookingStatus,
  FieldProblem,
  HostSchedule,
  JoinWindow,
  MeetingPerson,
  MeetingType,
  ParticipantRole,
} from '@meetings/contract'
export type { BackgroundOptions } from './background/background-options.ts'
export type { BookingActions } from './bookings/bookings-list/booking-actions.ts'
export type { BookingsComponents } from './bookings/bookings-list/components.ts'
export { MyBookingsList, type MyBookingsListProps } from './bookings/bookings-list/MyBookingsList.tsx'
export {
  type BookingsQuery,
  type BookingsSource,
  bookingsKeys,
  bookingsQueryOptions,
} from './bookings/queries/bookings-query.ts'
export { type BookingsResult, type UseBookingsOptions, useBookings } from './bookings/queries/useBookings.ts'
export { useBookingsQueryOptions } from './bookings/queries/useBookingsQueryOptions.ts'
export { type Chat, type ChatMessage, useChat } from './call/chat/useChat.ts'
export type { BarButtonProps, CallComponents, CallTileProps, MoreButtonProps } from './call/components.ts'
export type { Attach, CallParticipant } from './call/headless/call-participant.ts'
export { type Call, useCall } from './call/headless/useCall.ts'
export { useParticipants } from './call/headless/useParticipants.ts'
export { ManagedVideoCall, type ManagedVideoCallProps } from './call/ManagedVideoCall.tsx'
export type { CallShortcuts, ShortcutName } from './call/shortcuts/shortcuts.ts'
export { CallAudio, type CallAudioProps } from './call/sound/CallAudio.tsx'
export { VideoCallModal, type VideoCallModalProps } from './call/VideoCallModal.tsx'
export type { MeetingsProblem, ProblemCode } from './client/meetings-problem.ts'
export type { MeetingClock } from './clock/meeting-clock.ts'
export { describeError } from './errors/describe-error.ts'
export type { DescribedError, MediaErrorCode } from './errors/described-error.ts'
export {
  type MeetingTypesResult,
  useMeetingTypes,
} from './host-schedule/useMeetingTypes.ts'
export { type ScheduleResult, type ScheduleSaved, useSchedule } from './host-schedule/useSchedule.ts'
export type { MessageOverrides, Messages } from './i18n/messages.ts'
export type { JoinableBooking } from './launcher/can-join-meeting.ts'
export type { TimeUntilMeeting } from './launcher/time-until-meeting.ts'
export { type MeetingLauncher, useMeetingLauncher } from './launcher/useMeetingLauncher.ts'
export { type DevicesResult, useDevices } from './local-media/useDevices.ts'
export { type LocalMediaResult, useLocalMedia } from './local-media/useLocalMedia.ts'
export type { BackgroundImage, BackgroundOffer, BackgroundState } from './media/background-port.ts'
export type { DeviceNews } from './media/devices-state.ts'
export type { LocalDeviceState } from './media/local-media-state.ts'
export type { DeviceKind, DevicePermission, DevicePermissions, MediaDevice } from './media/media-device.ts'
export type { MediaProblem, MediaProblemKind } from './media/media-problem.ts'
export type { CallFeedback, FeedbackReason } from './provider/call-feedback.ts'
export type { CallLayout, CallPanel, SelfView } from './provider/call-view.ts'
export { MeetingProvider, type MeetingProviderProps } from './provider/MeetingProvider.tsx'
export type { MeetingSettings } from './provider/meeting-settings.ts'
export { type ActiveMeeting, type Meeting, useMeeting } from './provider/useMeeting.ts'
export type { RoomEndKind } from './room/room-end.ts'
export type { TwilioVideoOptions } from './room/twilio/connect-options.ts'
export { MeetingsBooking, type MeetingsBookingProps } from './scheduling/MeetingsBooking.tsx'
export {
  MeetingsBookingModal,
  type MeetingsBookingModalProps,
  type MeetingsTab,
} from './scheduling/MeetingsBookingModal.tsx'
export type { LaunchResult } from './session/call-controller.ts'
export type { CallEndReason } from './session/call-ports.ts'
export type { CallPhase, CallTicket } from './session/call-session.ts'
export type { TalkMessage } from './talk/talk-state.ts'
