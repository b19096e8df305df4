import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runBookingRace } from '../../postgres/booking-race/run-booking-race.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe.each(['postgres', 'supabase'] as const)('two processes with the %s store of schedules', (store) => {
  it('never book a host twice while 50 people want the same slots', { timeout: 60_000 }, async () => {
    const tally = await runBookingRace(postgres, { store, rounds: 3, seed: 7 })
    // It was a race: there were winners and losers of every kind.
    for (const kind of [
      'hold held',
      'hold taken',
      'book booked',
      'book taken',
      'book replayed',
      'move taken',
    ]) {
      expect([kind, (tally[kind] ?? 0) > 0]).toEqual([kind, true])
    }
  })
})
