import { expect } from 'vitest'
import { randomNumbers } from '../race/random-calls.ts'
import type { TestPostgres } from '../start-postgres.ts'
import { openBookableDatabase } from './bookable-database.ts'
import { clientsOf } from './booking-rounds.ts'
import { startBookers } from './start-bookers.ts'
import type { Outcome } from './step.ts'

/** What came of all steps of a race, counted: `book booked`, `hold taken`, ... */
export type Tally = Record<string, number>

/**
 * Races for the same slots, round after round, and checks after each: no host has two meetings at a time, every
 * key made at most one booking, every loser was told so, nothing failed, nobody waited for each other.
 */
export async function runBookingRace(
  postgres: TestPostgres,
  options: {
    store: 'postgres' | 'supabase'
    rounds: number
    seed: number
    processes?: number
    spoil?: string
  },
): Promise<Tally> {
  const { store, rounds, seed, processes = 2, spoil } = options
  const database = await openBookableDatabase(postgres, spoil)
  const { connectionString } = database
  const bookers = await startBookers({ connectionString, store, connections: 10, processes })
  const next = randomNumbers(seed)
  const tally: Tally = {}
  const made = new Set<string>()
  try {
    for (let round = 0; round < rounds; round++) {
      const day = new Date(Date.UTC(2026, 10, 23 + round)).toISOString()
      const outcomes = (await bookers.race({ day, clients: clientsOf(round, next) })).flat()
      for (const { does, outcome } of outcomes) {
        tally[`${does} ${outcome}`] = (tally[`${does} ${outcome}`] ?? 0) + 1
      }
      expect(outcomes.filter(({ outcome }) => !EXPECTED.has(outcome))).toEqual([])
      expect(await database.doubleBookings()).toEqual([])
      expectOneBookingPerKey(outcomes)
      for (const { outcome, bookingId } of outcomes)
        if (outcome === 'booked' && bookingId) made.add(bookingId)
    }
    // Whatever was answered as booked is there, and nothing else.
    const rows = await database.query<{ id: string }>('select id from bookings')
    expect(rows.map(({ id }) => id).sort()).toEqual([...made].sort())
    expect(await database.busyThatIsWrong()).toEqual([])
  } finally {
    await bookers.close()
    await database.close()
  }
  expect(await database.deadlocks()).toBe(0)
  return tally
}

const EXPECTED = new Set(
  'held taken booked replayed rescheduled unchanged cancelled already not_confirmed skipped released'.split(
    ' ',
  ),
)

function expectOneBookingPerKey(outcomes: readonly Outcome[]): void {
  const byKey = new Map<string, Set<string | null>>()
  for (const { key, outcome, bookingId } of outcomes) {
    if (key === null || (outcome !== 'booked' && outcome !== 'replayed')) continue
    byKey.set(key, (byKey.get(key) ?? new Set()).add(bookingId))
  }
  expect([...byKey].filter(([, ids]) => ids.size > 1)).toEqual([])
}
