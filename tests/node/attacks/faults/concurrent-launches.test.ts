import type { BookingStore, VideoProvider } from '@meetings/server'
import { fakeVideo, memoryStore } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { BOOKING, BOOKING_ID, USERS, type Who, world } from '../../../../packages/server/test/world.ts'
import { createRandom, type Random } from '../requests/random.ts'

const LAUNCHES = 50
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed)

/** Some turns of the event loop, so that calls overtake each other. */
async function wait(random: Random): Promise<void> {
  for (let turns = random.below(6); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve))
}

/** A server whose store dawdles, whose provider fails at random, and whose clock moves with every look at it. */
function shakyWorld(random: Random, failureRate: number, msPerLook: number) {
  const inner = memoryStore({ bookings: [BOOKING] })
  const dawdling = <Call extends unknown[], T>(run: (...call: Call) => Promise<T>) => {
    return async (...call: Call): Promise<T> => {
      await wait(random)
      return run(...call)
    }
  }
  const store: BookingStore = { ...inner, enter: dawdling(inner.enter), leave: dawdling(inner.leave) }
  const tokens = fakeVideo()
  const video: VideoProvider = {
    ...tokens,
    issueToken: async (grant) => {
      await wait(random)
      if (random.chance(failureRate)) throw new Error('503')
      return tokens.issueToken(grant)
    },
  }
  let looks = Date.parse('2026-11-22T14:10:00Z')
  const now = () => {
    looks += msPerLook
    return new Date(looks)
  }
  const there = world({ store, video: video as never, now, rateLimit: false })
  const launch = async (who: Who) => (await there.post('/launch-video', who)).status
  const inside = async () => {
    const { people } = await there.meetings.api.attendance({ bookingId: BOOKING_ID }, { user: USERS.host })
    return people.filter(({ leftAt }) => leftAt === null).map(({ userId }) => userId)
  }
  return { launch, inside, status: () => inner.get(BOOKING_ID)?.status, people: there.meetings }
}

describe.each([
  ['at one instant', 0],
  ['a millisecond apart', 1],
])('50 launches of one person %s', (_when, msPerLook) => {
  it.each([1, 0.98, 0.5])(
    'with a video provider that fails %d of the time leave them in only with a token',
    async (rate) => {
      for (const seed of SEEDS) {
        const random = createRandom(seed)
        const { launch, inside, status } = shakyWorld(random, rate, msPerLook)
        const statuses = await Promise.all(Array.from({ length: LAUNCHES }, () => launch('customer')))
        const hasToken = statuses.includes(200)
        expect(statuses.every((one) => one === 200 || one === 502)).toBe(true)
        expect([seed, await inside(), status()]).toEqual(
          hasToken ? [seed, [USERS.customer.id], 'in_progress'] : [seed, [], 'confirmed'],
        )
      }
    },
  )

  it('of three people leave in exactly those who hold a token', async () => {
    for (const seed of SEEDS) {
      const random = createRandom(seed)
      const { launch, inside } = shakyWorld(random, 0.9, msPerLook)
      const people = ['customer', 'host', 'guest'] as const
      const launches = Array.from({ length: 24 }, (_, index) => people[index % 3] ?? 'host')
      const answers = await Promise.all(launches.map(async (who) => ({ who, status: await launch(who) })))
      const holders = new Set(answers.filter(({ status }) => status === 200).map(({ who }) => USERS[who].id))
      expect([seed, new Set(await inside())]).toEqual([seed, holders])
    }
  })
})
