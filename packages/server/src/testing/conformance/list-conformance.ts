import type { BookingScope } from '@meetings/contract'
import type { BookingRecord, BookingStore, ListPosition, Viewer } from '../../ports/booking-store.ts'
import type { StoreConformanceOptions } from './conformance-options.ts'
import { at, meeting, PEOPLE } from './people.ts'
import { steps } from './steps.ts'

// Named by what they are at 14:30; one host cannot hold two at a time, so most have a host of their own.
const over = other(1, { startTime: iso('10:00'), endTime: iso('11:00'), status: 'completed' })
const missed = other(2, { startTime: iso('12:00'), endTime: iso('14:30') })
const runningOver = other(3, { startTime: iso('13:00'), endTime: iso('13:31'), status: 'in_progress' })
const forgotten = other(4, { startTime: iso('13:00'), endTime: iso('13:30'), status: 'in_progress' })
const leftEarly = other(5, { startTime: iso('14:00'), endTime: iso('15:00'), status: 'completed' })
const next = other(6, { startTime: iso('16:00'), endTime: iso('17:00') })
const cancelled = other(7, { startTime: iso('18:00'), endTime: iso('19:00'), status: 'cancelled' })
const EVERYTHING = [next, over, cancelled, missed, leftEarly, forgotten, runningOver]

/** Lists: what belongs where, in which order, page by page. */
export function listConformance({ describe, it, expect, createStore }: StoreConformanceOptions): void {
  const idsOf = (bookings: readonly { id: string }[]) => bookings.map(({ id }) => id)

  describe('list', () => {
    for (const [scope, expected] of [
      ['upcoming', [runningOver, leftEarly, next]],
      ['past', [forgotten, missed, over]],
      ['cancelled', [cancelled]],
      ['all', [cancelled, next, leftEarly, forgotten, runningOver, missed, over]],
    ] as const) {
      it(`holds in ${scope} what belongs there, in order`, async () => {
        const page = await list(await createStore(EVERYTHING), scope)
        expect(idsOf(page.bookings)).toEqual(idsOf(expected))
        expect(page.next).toEqual(null)
      })
    }

    for (const scope of ['upcoming', 'all'] as const) {
      it(`gives every booking of ${scope} exactly once, whatever the size of a page`, async () => {
        // Equal starts, and starts that differ by less than a millisecond where the store keeps that.
        const store = await createStore([
          ...EVERYTHING,
          ...[10, 11, 12].map((number) => other(number, { startTime: iso('20:00'), endTime: iso('21:00') })),
        ])
        const whole = await list(store, scope)
        for (const limit of [1, 2, 3]) {
          const seen: string[] = []
          let after: ListPosition | null = null
          do {
            const page: Awaited<ReturnType<typeof list>> = await list(store, scope, { limit, after })
            seen.push(...idsOf(page.bookings))
            after = page.next
          } while (after !== null)
          expect(seen).toEqual(idsOf(whole.bookings))
        }
      })
    }

    it('completes a forgotten meeting when it is read', async () => {
      const store = await createStore([forgotten])
      const page = await list(store, 'past')
      expect(page.bookings.map(({ status }) => status)).toEqual(['completed'])
      expect(page.forgotten).toEqual([forgotten.id])
      expect((await list(store, 'past')).forgotten).toEqual([])
    })

    it('completes a forgotten meeting when it is found, and its visits with it', async () => {
      const store = await createStore([meeting()])
      const act = steps(store)
      await act.enter(PEOPLE.host, '14:00:00')
      expect(await act.find(PEOPLE.host, at('14:59:59.999'))).toMatchObject({
        booking: { status: 'in_progress' },
        forgotten: [],
      })
      // Nobody would hear of it.
      expect(await act.find(PEOPLE.stranger, at('15:00:00.000'))).toEqual(null)
      expect(await act.find(PEOPLE.host, at('15:00:00.000'))).toMatchObject({
        booking: { status: 'completed' },
        forgotten: [meeting().id],
      })
      expect(await act.find(PEOPLE.host, at('15:00:00.000'))).toMatchObject({ forgotten: [] })
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '15:00:00' })
      // The visit is over: leaving now is not what ends anything.
      expect(await act.leave(PEOPLE.host, '16:00:01')).toMatchObject({ status: 'completed', left: false })
    })

    it('tells who is in a meeting that goes on', async () => {
      const store = await createStore([
        meeting(),
        other(8, { startTime: iso('16:00'), endTime: iso('17:00') }),
      ])
      const act = steps(store)
      const presences = async (viewer: Viewer) => {
        const page = await list(store, 'upcoming', { viewer })
        return page.bookings.map(({ presence }) => presence)
      }
      expect(await presences(PEOPLE.customer)).toEqual([null, null])
      await act.enter(PEOPLE.customer, '14:01:00')
      expect(await presences(PEOPLE.customer)).toEqual([{ hostIsIn: false, others: 0 }, null])
      expect(await presences(PEOPLE.host)).toEqual([{ hostIsIn: false, others: 1 }])
      await act.enter(PEOPLE.host, '14:02:00')
      await act.enter(PEOPLE.host, '14:02:10')
      await act.enter(PEOPLE.guest, '14:02:20')
      expect(await presences(PEOPLE.customer)).toEqual([{ hostIsIn: true, others: 2 }, null])
      await act.leave(PEOPLE.host, '14:03:00')
      expect(await presences(PEOPLE.guest)).toEqual([{ hostIsIn: false, others: 1 }, null])
      await act.leave(PEOPLE.customer, '14:04:00')
      await act.leave(PEOPLE.guest, '14:04:00')
      expect(await presences(PEOPLE.customer)).toEqual([null, null])
    })

    it('holds nothing for somebody without bookings', async () => {
      const page = await list(await createStore(EVERYTHING), 'all', { viewer: PEOPLE.stranger })
      expect(page).toMatchObject({ bookings: [], next: null })
    })

    it('holds the bookings of the organisation for its admin, and not for the admin of another', async () => {
      const store = await createStore(EVERYTHING)
      const mine = await list(store, 'upcoming', { viewer: PEOPLE.admin })
      expect(idsOf(mine.bookings)).toEqual(idsOf([runningOver, leftEarly, next]))
      expect(mine.bookings.map(({ viewerRole }) => viewerRole)).toEqual(['admin', 'admin', 'admin'])
      expect((await list(store, 'upcoming', { viewer: PEOPLE.otherAdmin })).bookings).toEqual([])
    })
  })
}

function list(
  store: BookingStore,
  scope: BookingScope,
  options: { viewer?: Viewer; limit?: number; after?: ListPosition | null } = {},
) {
  return store.list({
    viewer: options.viewer ?? PEOPLE.customer,
    scope,
    endsAfter: at('14:30:00'),
    forgottenBy: at('13:30:00'),
    limit: options.limit ?? 50,
    after: options.after ?? null,
  })
}

function other(number: number, changes: Partial<BookingRecord>): BookingRecord {
  const suffix = String(number).padStart(2, '0')
  return meeting({
    id: `0b000000-0000-4000-8000-0000000001${suffix}`,
    hostId: `0c000000-0000-4000-8000-0000000001${suffix}`,
    ...changes,
  })
}

function iso(time: string): string {
  return at(`${time}:00`).toISOString()
}
