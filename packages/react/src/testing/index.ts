export type { BookingPage, LaunchTicket, LeaveReceipt, TokenRenewal } from '@meetings/contract'
export type { Clock, MeetingClock } from '../clock/meeting-clock.ts'
export type {
  BackgroundImage,
  BackgroundOffer,
  BackgroundPort,
  BackgroundState,
  PutBehind,
} from '../media/background-port.ts'
export { type DeviceMemory, pageDeviceMemory, type RememberedDevices } from '../media/device-memory.ts'
export { type DevicesState, NO_DEVICES_STATE } from '../media/devices-state.ts'
export type { LocalMediaState } from '../media/local-media-state.ts'
export type { MediaProblem, MediaProblemKind } from '../media/media-problem.ts'
export type {
  ConnectionCheckRequest,
  ConnectionReport,
  ConnectionStep,
} from '../room/connection-report.ts'
export { createFakeRoomClient, type FakeRoomClient } from '../room/fake/create-fake-room-client.ts'
export { createFakeMediaTrack } from '../room/fake/fake-media-track.ts'
export type { FakePerson } from '../room/fake/fake-participant.ts'
export {
  createCameraPicture,
  createScreenPicture,
  type PaintedPicture,
} from '../room/fake/painted-picture.ts'
export type { RoomClient, RoomConnection, RoomRequest } from '../room/room-client.ts'
export type { RoomEnd } from '../room/room-end.ts'
export type { CallController, CallState } from '../session/call-controller.ts'
export type { CallSession } from '../session/call-session.ts'
export { type WireMessage, writeMessage } from '../talk/wire-message.ts'
export { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from './create-test-runtime.ts'
export { createFakeBackgrounds, type FakeBackgrounds } from './fake-backgrounds.ts'
export { createFakeMedia, type FakeMedia } from './fake-media.ts'
export { createFakePage, type FakePage } from './fake-page.ts'
export { createFakeSurroundings, type FakeSurroundings } from './fake-surroundings.ts'
export { MeetingsTestProvider, type MeetingsTestProviderProps } from './MeetingsTestProvider.tsx'
export { createMemoryClient, type MemoryClient, type MemoryClientOptions } from './memory-client.ts'
export {
  createMemoryModeration,
  type MemoryModeration,
  type MemoryModerationOptions,
} from './memory-moderation.ts'
export {
  createMemoryScheduling,
  type MemoryScheduling,
  type MemorySchedulingOptions,
  SAMPLE_MEETING_TYPE,
} from './memory-scheduling.ts'
export { sampleBooking } from './sample-booking.ts'
export { createStaticCalls, QUIET_MEDIA, type StaticCalls } from './static-calls.ts'
export { createTestClock, type TestClock } from './test-clock.ts'
