import type { BookingRecord, BookingStore } from '../../ports/booking-store.ts'

/** Your test framework's functions (Vitest, Jest and node:test with `expect` fit), and how to make your store. */
export interface StoreConformanceOptions {
  describe: (name: string, define: () => void) => void
  it: (name: string, run: () => Promise<void>) => void
  expect: (actual: unknown) => { toEqual(expected: unknown): void; toMatchObject(expected: object): void }
  /** A store that holds these bookings and nothing else, also no visits. Called once per test. */
  createStore: (bookings: readonly BookingRecord[]) => Promise<BookingStore>
}
