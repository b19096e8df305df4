export type { StoreConformanceOptions } from './conformance/conformance-options.ts'
export type { ScheduleConformanceOptions, ScheduleWorld } from './conformance/schedule-options.ts'
export { type FakeVideo, fakeVideo } from './fake-video.ts'
export { type FixedClock, fixedClock } from './fixed-clock.ts'
export type { MemoryMeetingType } from './memory-schedule/memory-calendar.ts'
export { type MemorySchedule, type MemoryScheduleOptions, memorySchedule } from './memory-schedule.ts'
export { type MemoryStore, memoryStore } from './memory-store.ts'
export { runScheduleConformance } from './schedule-conformance.ts'
export { runStoreConformance } from './store-conformance.ts'
export type {
  VideoConformanceOptions,
  VideoUnderTest,
} from './video-conformance/video-conformance-options.ts'
export { runVideoProviderConformance } from './video-conformance.ts'
