import { scheduleBookConformance } from './conformance/schedule-book-conformance.ts'
import { scheduleCallConformance } from './conformance/schedule-call-conformance.ts'
import { scheduleChangeConformance } from './conformance/schedule-change-conformance.ts'
import { scheduleHoldConformance } from './conformance/schedule-hold-conformance.ts'
import { scheduleOfferConformance } from './conformance/schedule-offer-conformance.ts'
import type { ScheduleConformanceOptions } from './conformance/schedule-options.ts'

/**
 * Defines the tests that every `ScheduleStore` must pass, together with the `BookingStore` of the same bookings.
 *
 * ```ts
 * runScheduleConformance({ describe, it, expect, createStores: async (world) => myStores(world) })
 * ```
 */
export function runScheduleConformance(options: ScheduleConformanceOptions): void {
  options.describe('as a store of schedules', () => {
    scheduleOfferConformance(options)
    scheduleHoldConformance(options)
    scheduleBookConformance(options)
    scheduleChangeConformance(options)
    scheduleCallConformance(options)
  })
}
