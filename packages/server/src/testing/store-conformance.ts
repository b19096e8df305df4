import { callConformance } from './conformance/call-conformance.ts'
import type { StoreConformanceOptions } from './conformance/conformance-options.ts'
import { endConformance } from './conformance/end-conformance.ts'
import { enterConformance } from './conformance/enter-conformance.ts'
import { leaveConformance } from './conformance/leave-conformance.ts'
import { listConformance } from './conformance/list-conformance.ts'
import { membershipConformance } from './conformance/membership-conformance.ts'
import { moderateConformance } from './conformance/moderate-conformance.ts'
import { orderConformance } from './conformance/order-conformance.ts'
import { settleConformance } from './conformance/settle-conformance.ts'
import { waitingConformance } from './conformance/waiting-conformance.ts'

/**
 * Defines the tests that every `BookingStore` must pass; run it against a store of your own.
 *
 * ```ts
 * import { describe, expect, it } from 'vitest'
 * runStoreConformance({ describe, it, expect, createStore: async (bookings) => myStore(bookings) })
 * ```
 */
export function runStoreConformance(options: StoreConformanceOptions): void {
  options.describe('as a booking store', () => {
    membershipConformance(options)
    enterConformance(options)
    leaveConformance(options)
    endConformance(options)
    settleConformance(options)
    orderConformance(options)
    moderateConformance(options)
    waitingConformance(options)
    listConformance(options)
    callConformance(options)
  })
}
