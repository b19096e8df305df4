import type { BookingStatus } from '@meetings/contract'
import type { BookingRecord, BookingStore, EnterResult, Viewer } from '../../ports/booking-store.ts'
import { at, meeting, PEOPLE } from './people.ts'

const QUARTER_HOUR = 15 * 60_000
const NEVER = new Date(0)

/** What people do in the tests, with the bounds of the default join window. */
export function steps(store: BookingStore, booking: BookingRecord = meeting()) {
  const bookingId = booking.id
  return {
    enter: (viewer: Viewer, time: string): Promise<EnterResult | null> => {
      const now = at(time)
      const startsBy = new Date(now.getTime() + QUARTER_HOUR)
      return store.enter({ bookingId, viewer, at: now, startsBy, endsAfter: now })
    },
    leave: (viewer: Viewer, time: string, neverArrived = false) =>
      store.leave({ bookingId, viewer, at: at(time), neverArrived }),
    find: (viewer: Viewer, forgottenBy = NEVER) => store.find({ bookingId, viewer, forgottenBy }),
    status: async (): Promise<BookingStatus | undefined> =>
      (await store.find({ bookingId, viewer: PEOPLE.host, forgottenBy: NEVER }))?.booking.status,
  }
}
