import type { BookingStatus } from '@meetings/contract'
import type { BookingRecord, BookingStore, EnterResult, Viewer, Visitor } from '../../ports/booking-store.ts'
import { at, meeting, PEOPLE } from './people.ts'

const QUARTER_HOUR = 15 * 60_000
const NEVER = new Date(0)

/** What people do in the tests, with the bounds of the default join window. */
export function steps(store: BookingStore, booking: BookingRecord = meeting()) {
  const bookingId = booking.id
  const find = (viewer: Viewer, forgottenBy = NEVER) => store.find({ bookingId, viewer, forgottenBy })
  const connection = (type: 'connected' | 'disconnected') => {
    return (viewer: Viewer, connectionId: string, time: string, roomId = 'room-1') =>
      store.settle({ type, bookingId, roomId, connectionId, identity: identityOf(viewer), at: at(time) })
  }

  return {
    enter: (viewer: Viewer, time: string): Promise<EnterResult | null> => {
      const now = at(time)
      const startsBy = new Date(now.getTime() + QUARTER_HOUR)
      const identity = identityOf(viewer)
      return store.enter({ bookingId, viewer, identity, at: now, startsBy, endsAfter: now })
    },
    /** With a join window that closes so many minutes after the end. */
    enterWithGrace: (viewer: Viewer, time: string, graceMinutes: number): Promise<EnterResult | null> => {
      const now = at(time)
      const endsAfter = new Date(now.getTime() - graceMinutes * 60_000)
      return store.enter({
        bookingId,
        viewer,
        identity: identityOf(viewer),
        at: now,
        startsBy: now,
        endsAfter,
      })
    },
    leave: (viewer: Viewer, time: string, neverArrived = false) =>
      store.leave({ bookingId, viewer, at: at(time), neverArrived }),
    end: (viewer: Viewer, time: string) => store.end({ bookingId, viewer, at: at(time) }),
    connected: connection('connected'),
    disconnected: connection('disconnected'),
    roomEnded: (time: string, roomId = 'room-1') =>
      store.settle({ type: 'ended', bookingId, roomId, at: at(time) }),
    find,
    status: async (): Promise<BookingStatus | undefined> => (await find(PEOPLE.host))?.booking.status,
    /** When somebody first came and last left, as `at` takes them; `null` while they are in. */
    stay: async (viewer: Viewer): Promise<{ from: string; until: string | null } | undefined> => {
      const visitors = (await find(PEOPLE.host))?.visitors
      return visitors?.filter(({ userId }) => userId === viewer.userId).map(stayOf)[0]
    },
    /** By what somebody last left. */
    leftBy: async (viewer: Viewer) => {
      const visitors = (await find(PEOPLE.host))?.visitors
      return visitors?.find(({ userId }) => userId === viewer.userId)?.leftBy
    },
  }
}

/** What the room calls somebody in the tests: not their user id, as little as in real life. */
export function identityOf(viewer: Viewer): string {
  return `identity-${viewer.userId}`
}

function stayOf({ enteredAt, leftAt }: Visitor) {
  return { from: timeOf(enteredAt), until: leftAt === null ? null : timeOf(leftAt) }
}

function timeOf(instant: Date): string {
  return instant.toISOString().slice('2026-11-22T'.length, -'.000Z'.length)
}
