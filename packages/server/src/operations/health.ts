import type { BookingStore } from '../ports/booking-store.ts'
import type { Clock } from '../ports/clock.ts'

/** How long one look at the store answers for, so that nobody can hammer it through the open probe. */
const FRESH_MS = 1_000

/** Asks the store at most once a second; everybody in between shares the answer. Throws `STORE_UNAVAILABLE`. */
export function createHealthCheck(store: BookingStore, now: Clock): () => Promise<{ status: 'ok' }> {
  let asked: { at: number; answer: Promise<void> } | null = null
  return async () => {
    const at = now().getTime()
    if (asked === null || Math.abs(at - asked.at) >= FRESH_MS) {
      asked = { at, answer: (async () => store.ping?.())() }
    }
    await asked.answer
    return { status: 'ok' }
  }
}
