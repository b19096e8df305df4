import type { HostSchedule } from '../../availability/host-schedule.ts'
import type { BookingRecord, BookingStore } from '../../ports/booking-store.ts'
import type { ScheduleStore } from '../../ports/schedule-store.ts'
import type { MemoryMeetingType } from '../memory-schedule/memory-calendar.ts'
import type { StoreConformanceOptions } from './conformance-options.ts'

/** What the stores of a test hold, and nothing else. */
export interface ScheduleWorld {
  bookings: readonly BookingRecord[]
  meetingTypes: readonly MemoryMeetingType[]
  /** By host id. */
  schedules: Readonly<Record<string, HostSchedule>>
}

/** Your test framework's functions, and how to make your two stores over the same bookings. */
export interface ScheduleConformanceOptions extends Omit<StoreConformanceOptions, 'createStore'> {
  /** Called once per test. */
  createStores: (world: ScheduleWorld) => Promise<{ store: BookingStore; schedule: ScheduleStore }>
}
