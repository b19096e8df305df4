import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runBookingRace } from '../postgres/booking-race/run-booking-race.ts'
import { startPostgres, type TestPostgres } from '../postgres/start-postgres.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe.each(['postgres', 'supabase'] as const)('with the %s store of schedules', (store) => {
  it.each([2, 4])('25 rounds of 50 people from %i processes never book a host twice', async (processes) => {
    const tally = await runBookingRace(postgres, { store, rounds: 25, seed: processes, processes })
    expect(tally['book booked']).toBeGreaterThan(25)
    expect(tally['book taken']).toBeGreaterThan(25)
    expect(tally['move rescheduled']).toBeGreaterThan(10)
    expect(tally['book replayed']).toBeGreaterThan(25)
  })
})
