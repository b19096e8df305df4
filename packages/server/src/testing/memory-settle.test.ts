import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoomNews } from '../ports/room-news.ts'
import { at, meeting, PEOPLE } from './conformance/people.ts'
import { identityOf, steps } from './conformance/steps.ts'
import { memoryStore } from './memory-store.ts'

const FIRST = at('14:01:00').getTime()

/** Connections of one person as they really were: from and until in minutes, the last ones perhaps still open. */
const connections = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 50 }), minutes: fc.option(fc.integer({ min: 1, max: 50 })) }),
  { minLength: 1, maxLength: 5 },
)

describe('room news', () => {
  it('ends in the same attendance in whatever order it arrives, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(connections, fc.infiniteStream(fc.nat()), async (truth, randomness) => {
        const news = truth.flatMap(({ from, minutes }, index) => [
          tell('connected', `PA${index}`, from),
          ...(minutes === null ? [] : [tell('disconnected', `PA${index}`, from + minutes)]),
        ])
        const store = memoryStore({ bookings: [meeting()] })
        const act = steps(store)
        await act.enter(PEOPLE.host, '14:00:00')
        for (const told of shuffle([...news, ...news], randomness)) await store.settle(told)

        const stillIn = truth.some(({ minutes }) => minutes === null)
        const last = Math.max(...truth.map(({ from, minutes }) => from + (minutes ?? 0)))
        const until = stillIn ? null : instant(last).toISOString().slice(11, 19)
        expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until })
        expect(await act.status()).toBe(stillIn ? 'in_progress' : 'completed')
      }),
      { seed: 20_261_122, numRuns: 2000 },
    )
  })
})

function tell(type: 'connected' | 'disconnected', connectionId: string, minute: number): RoomNews {
  const identity = identityOf(PEOPLE.host)
  return { type, bookingId: meeting().id, roomId: 'room-1', connectionId, identity, at: instant(minute) }
}

function instant(minute: number): Date {
  return new Date(FIRST + minute * 60_000)
}

function shuffle<T>(items: readonly T[], randomness: Iterator<number>): T[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(Number(randomness.next().value) % rest.length, 1))
}
