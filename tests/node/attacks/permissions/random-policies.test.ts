import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALL_PATHS, checkCall, checkReads } from './check-call.ts'
import { HISTORIES } from './histories.ts'
import { type Facts, launchAnswer, opensAt, type Policy } from './oracle.ts'
import { PEOPLE, type Person } from './people.ts'
import { iso, isPossible, type Slot, stage } from './stage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY_SECONDS = 86_400
const RUNS = { seed: 20261122, numRuns: 1_500 }

const policies: fc.Arbitrary<Policy> = fc.record({
  opensMinutesBefore: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 10_080 })),
  closesMinutesAfter: fc.integer({ min: 0, max: 60 }),
  ttlSeconds: fc.integer({ min: 60, max: DAY_SECONDS }),
})
/** From a minute to thirty hours, at any millisecond of a year that has a leap day and both changes of the clock. */
const slots: fc.Arbitrary<Slot> = fc
  .tuple(
    fc.integer({ min: Date.parse('2028-01-01T00:00:00Z'), max: Date.parse('2028-12-31T00:00:00Z') }),
    fc.integer({ min: MINUTE, max: 30 * HOUR }),
  )
  .map(([start, length]) => ({ start, end: start + length }))
const people = fc.constantFrom(...PEOPLE)
const histories = fc.constantFrom(...HISTORIES)

/** Anywhere around the meeting, and often at a boundary or next to it. */
function instants({ start, end }: Slot, policy: Policy): fc.Arbitrary<number> {
  const boundaries = [
    start - policy.opensMinutesBefore * MINUTE,
    start,
    end,
    end + policy.closesMinutesAfter * MINUTE,
    end + HOUR - 1000,
    end + HOUR,
  ]
  const near = fc
    .tuple(fc.constantFrom(...boundaries), fc.integer({ min: -1001, max: 1001 }))
    .map(([at, shift]) => at + shift)
  // What happened before happened up to four hours before the start.
  return fc
    .oneof(near, fc.integer({ min: start - 3 * HOUR, max: end + 3 * HOUR }))
    .map((at) => Math.max(at, start - 3 * HOUR))
}

const questions = fc
  .record({ policy: policies, slot: slots, person: people, history: histories })
  .filter(({ person, history }) => isPossible(person, history))
  .chain((fixed) => instants(fixed.slot, fixed.policy).map((now) => ({ ...fixed, now })))

/** Readable when fast-check reports the smallest case that fails. */
function named({ policy, slot, person, history, now }: Fixed): string {
  return `${person.name}, ${history.name}, ${JSON.stringify(policy)}, ${iso(slot.start)} to ${iso(slot.end)}, at ${iso(now)}`
}
type Fixed = { policy: Policy; slot: Slot; person: Person; history: (typeof HISTORIES)[number]; now: number }

describe('under any policy', () => {
  it('answers as the table says', async () => {
    await fc.assert(
      fc.asyncProperty(questions, fc.constantFrom(...CALL_PATHS, 'reading' as const), async (fixed, path) => {
        const { person, history, policy, slot, now } = fixed
        const here = await stage(person, history, policy, slot)
        const question = { person, policy, now }
        const differences =
          path === 'reading'
            ? await checkReads(here, question)
            : (await checkCall(here, path, question)).differences
        expect([path, differences, named(fixed)]).toEqual([path, [], named(fixed)])
      }),
      RUNS,
    )
  })

  it('gives nobody a token outside their permission, nor one that lives too long or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (fixed) => {
        const { person, history, policy, slot, now } = fixed
        const here = await stage(person, history, policy, slot)
        const facts: Facts = here.facts
        const given = here.video.grants.length
        here.setTime(now)
        const { status } = await here.post('/launch-video')
        const [grant] = here.video.grants.slice(given)
        const isAllowed = 'token' in launchAnswer(person, facts, policy, now)
        expect([status === 200, grant !== undefined, named(fixed)]).toEqual([
          isAllowed,
          isAllowed,
          named(fixed),
        ])
        if (grant === undefined) return
        expect(grant.ttlSeconds).toBeGreaterThanOrEqual(1)
        expect(grant.ttlSeconds).toBeLessThanOrEqual(DAY_SECONDS)
        expect(now + grant.ttlSeconds * 1000).toBeLessThanOrEqual(slot.end + HOUR)
        // A room is always named, and the identity is no address and no name.
        expect(grant).toMatchObject({
          roomName: expect.stringMatching(/^meeting_b0{7}/),
          identity: person.user?.id,
        })
      }),
      RUNS,
    )
  })

  it('opens exactly when it said it would, and never later than Retry-After says', async () => {
    const waiting = fc
      .record({
        policy: policies,
        slot: slots,
        person: fc.constantFrom(...PEOPLE.filter(({ part, administers }) => part !== null && !administers)),
        history: fc.constantFrom(...HISTORIES.filter(({ facts }) => facts.status !== 'cancelled')),
        earlyMs: fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 3 * HOUR })),
      })
      .filter(({ policy, earlyMs }) => policy.opensMinutesBefore * MINUTE + earlyMs < 3 * HOUR)
    let refused = 0
    await fc.assert(
      fc.asyncProperty(waiting, async ({ policy, slot, person, history, earlyMs }) => {
        const launchAt = async (ms: number) => {
          const here = await stage(person, history, policy, slot)
          here.setTime(ms)
          return here.post('/launch-video')
        }
        const now = slot.start - policy.opensMinutesBefore * MINUTE - earlyMs
        const refusal = await launchAt(now)
        if (refusal.status !== 409) return
        refused += 1
        const { details } = await refusal.json()
        const opens = Date.parse(details.opensAt)
        expect(opens).toBe(opensAt({ ...history.facts, ...slot }, policy))
        expect((await launchAt(opens - 1)).status).toBe(409)
        expect((await launchAt(opens)).status).toBe(200)
        const retryAt = now + Number(refusal.headers.get('retry-after')) * 1000
        expect(retryAt - opens).toBeGreaterThanOrEqual(0)
        expect(retryAt - opens).toBeLessThan(1000)
        expect((await launchAt(retryAt)).status).toBe(200)
      }),
      { ...RUNS, numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(200)
  })
})
