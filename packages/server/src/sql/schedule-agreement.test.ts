import type { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillScheduleStatements } from '../../test/fill-schedule.ts'
import { fillBookings, openPglite } from '../../test/open-pglite.ts'
import type { ScheduleStore } from '../ports/schedule-store.ts'
import { postgresSchedule } from '../postgres/index.ts'
import { at } from '../testing/conformance/people.ts'
import { ANN, BEN, CALL, CARL, KIM, PANEL } from '../testing/conformance/schedule-people.ts'
import { candidates, MORNING, scheduleSteps } from '../testing/conformance/schedule-steps.ts'
import { memorySchedule, memoryStore } from '../testing/index.ts'
import { meetingsMigration } from './migration/meetings-migration.ts'
import { schedulingMigration } from './schedule/scheduling-migration.ts'

const TYPES = [{ ...CALL, rules: { ...CALL.rules, dailyMaximum: 3 } }, PANEL]

const step = fc.record({
  does: fc.constantFrom('hold', 'book', 'book', 'move', 'cancel', 'release'),
  viewer: fc.constantFrom(CARL, KIM),
  type: fc.constantFrom(...TYPES),
  // Every quarter of an hour from 14:00 to 16:00: most of them are in each other's way.
  time: fc
    .nat(8)
    .map((count) => `${14 + Math.floor(count / 4)}:${String(15 * (count % 4)).padStart(2, '0')}`),
  hosts: fc.constantFrom([ANN, BEN], [BEN, ANN], [ANN], [BEN]),
  key: fc.constantFrom(null, 'key-1', 'key-2'),
  minutes: fc.nat(12),
  which: fc.nat(3),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

let database: PGlite
beforeAll(async () => {
  database = await openPglite([
    meetingsMigration({ platform: 'postgres' }),
    schedulingMigration({ platform: 'postgres' }),
  ])
})
afterAll(() => database?.close())

describe('the schedules of the memory store and of the database', () => {
  it('answer the same, whoever holds, books, moves and cancels what', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
        await fillBookings(database, [])
        for (const [text, params] of fillScheduleStatements({ meetingTypes: TYPES, schedules: {} })) {
          await database.query(text, params)
        }
        const memory = player(memorySchedule({ store: memoryStore(), meetingTypes: TYPES }))
        const postgres = player(postgresSchedule({ query: (text, params) => database.query(text, params) }))
        // Time goes on.
        let now = MORNING.getTime()
        for (const taken of steps) {
          now += taken.minutes * 60_000
          const [expected, answered] = [
            await memory(taken, new Date(now)),
            await postgres(taken, new Date(now)),
          ]
          expect([taken, answered]).toEqual([taken, expected])
        }
      }),
      { seed: 20_261_123, numRuns: 60 },
    )
  })
})

/** Takes steps with one store; answers what came of each, without ids, and what hosts are busy with after it. */
function player(schedule: ScheduleStore) {
  const act = scheduleSteps(schedule)
  const bookings: string[] = []
  const holds: string[] = []

  const take = async (now: Date, { does, viewer, type, time, hosts, key, which }: Step) => {
    const request = { viewer, at: now }
    const bookingId = bookings[which] ?? 'ffffffff-ffff-4fff-8fff-ffffffffffff'
    if (does === 'release') return schedule.releaseHold({ holdId: holds[which] ?? 'none', viewer })
    if (does === 'cancel') return schedule.cancel({ bookingId, ...request, reason: time })
    if (does === 'move')
      return act.move(bookingId, time, { ...request, candidates: candidates(...hosts) }, type)
    if (does === 'hold') {
      const result = await act.hold(time, { ...request, candidates: hosts }, type)
      if (result?.outcome === 'held' && !holds.includes(result.hold.id)) holds.push(result.hold.id)
      return result
    }
    const idempotency = key === null ? null : { key, fingerprint: time }
    const result = await act.book(time, { ...request, idempotency, candidates: candidates(...hosts) }, type)
    if (result?.outcome === 'booked') bookings.push(result.booking.id)
    return result
  }

  return async (taken: Step, now: Date) => {
    const result = await take(now, taken)
    const day = { meetingTypeId: CALL.id, viewer: KIM, from: MORNING, to: at('20:00:00'), at: now }
    const openings = await schedule.findOpenings({ ...day, exceptBookingId: bookings[taken.which] ?? null })
    const known = (id: string) => `${bookings.indexOf(id)} ${holds.indexOf(id)}`
    return JSON.parse(
      JSON.stringify({ result: result ?? null, hosts: openings?.hosts }, (name, value) =>
        name === 'id' && typeof value === 'string' && value !== ANN && value !== BEN ? known(value) : value,
      ),
    )
  }
}
