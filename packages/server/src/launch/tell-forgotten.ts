import type { BookingStore } from '../ports/booking-store.ts'

/** The same store; `tell` hears of every forgotten meeting that a read completed on its way. */
export function tellForgotten(
  store: BookingStore,
  tell: (bookingIds: string[]) => Promise<void>,
): BookingStore {
  return {
    ...store,
    find: async (request, options) => told(await store.find(request, options)),
    list: async (request, options) => told(await store.list(request, options)),
  }

  async function told<T extends { forgotten: string[] } | null>(answer: T): Promise<T> {
    if (answer !== null && answer.forgotten.length > 0) await tell(answer.forgotten)
    return answer
  }
}
