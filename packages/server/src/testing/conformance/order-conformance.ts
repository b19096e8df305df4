import type { BookingStore } from '../../ports/booking-store.ts'
import type { StoreConformanceOptions } from './conformance-options.ts'
import { meeting, PEOPLE } from './people.ts'
import { steps } from './steps.ts'

type Step = keyof typeof STEPS

// One person, two connections one after the other; minutes past the hour in which they entered.
const STEPS = {
  'PA1 connected': ['connected', 'PA1', '01'],
  'PA1 disconnected': ['disconnected', 'PA1', '05'],
  'PA2 connected': ['connected', 'PA2', '06'],
  'PA2 disconnected': ['disconnected', 'PA2', '10'],
} as const

const CAME_BACK: readonly Step[] = ['PA1 connected', 'PA1 disconnected', 'PA2 connected']
const WENT: readonly Step[] = [...CAME_BACK, 'PA2 disconnected']
const LATE: readonly Step[] = ['PA1 connected', 'PA1 disconnected']

/** News arrives in any order and more than once; where it ends does not depend on that. */
export function orderConformance({ describe, it, expect, createStore }: StoreConformanceOptions): void {
  describe('news in any order', () => {
    for (const order of permutations(WENT)) {
      it(`leaves somebody out after ${order.join(', ')}`, async () => {
        const store = await createStore([meeting()])
        const act = steps(store)
        await act.enter(PEOPLE.host, '14:00:00')
        for (const step of order) await tellTwice(store, step, '14')
        expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:10:00' })
        expect(await act.status()).toEqual('completed')
      })
    }

    for (const [when, hour] of [
      ['after the start', '14'],
      ['before the start', '13'],
    ] as const) {
      for (const order of permutations(CAME_BACK)) {
        it(`leaves somebody in ${when} after ${order.join(', ')}`, async () => {
          const booking = meeting({
            startTime: '2026-11-22T13:15:00.000Z',
            endTime: '2026-11-22T13:45:00.000Z',
          })
          const late = hour === '14' ? meeting() : booking
          const store = await createStore([late])
          const act = steps(store, late)
          await act.enter(PEOPLE.host, `${hour}:00:00`)
          for (const step of order) await tellTwice(store, step, hour)
          expect(await act.stay(PEOPLE.host)).toEqual({ from: `${hour}:00:00`, until: null })
          expect(await act.status()).toEqual('in_progress')
        })
      }
    }

    for (const order of permutations(LATE)) {
      it(`leaves somebody out who left before ${order.join(', ')} came`, async () => {
        const store = await createStore([meeting()])
        const act = steps(store)
        await act.enter(PEOPLE.host, '14:00:00')
        await act.leave(PEOPLE.host, '14:04:59')
        for (const step of order) await tellTwice(store, step, '14')
        expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: '14:04:59' })
        expect(await act.status()).toEqual('completed')
      })
    }
  })

  async function tellTwice(store: BookingStore, step: Step, hour: string): Promise<void> {
    const [type, connectionId, minute] = STEPS[step]
    const tell = () => steps(store)[type](PEOPLE.host, connectionId, `${hour}:${minute}:00`)
    const first = await tell()
    expect(await tell()).toEqual({ status: first?.status, joined: [], left: [], completed: false })
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}
