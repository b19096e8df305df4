import { expect } from 'vitest'
import { openBookableDatabase } from '../booking-race/bookable-database.ts'
import { TYPES } from '../booking-race/booking-rounds.ts'
import { randomNumbers } from '../race/random-calls.ts'
import type { TestPostgres } from '../start-postgres.ts'
import { playClient, type RaceOutcome } from './play-client.ts'
import { raceClients } from './race-clients.ts'
import { sendRequest } from './send-request.ts'
import { startRaceServers } from './start-race-servers.ts'

const DAY = 86_400_000
const LATE = '0c000000-0000-4000-8000-000000009999'

/** What came of all requests of a race, counted: `book 200`, `hold SLOT_TAKEN`, ... */
export type HttpTally = Record<string, number>

/**
 * Races for the same slots through HTTP, round after round, and checks after each: no host has two meetings at a
 * time, every key made one booking, every loser got 409 with free slots, and nothing failed.
 */
export async function runHttpRace(
  postgres: TestPostgres,
  options: { store: 'postgres' | 'supabase'; rounds: number; seed: number; spoil?: string },
): Promise<HttpTally> {
  const { store, rounds, seed, spoil } = options
  const database = await openBookableDatabase(postgres, spoil)
  const { connectionString } = database
  const servers = await startRaceServers({ connectionString, store, connections: 10 }, 2)
  const random = randomNumbers(seed)
  const tally: HttpTally = {}
  const made = new Set<string>()
  try {
    for (let round = 0; round < rounds; round++) {
      const midnight = Date.UTC(2026, 10, 23) + round * DAY
      await servers.setClock(new Date(midnight - DAY / 6).toISOString())
      const clients = raceClients(round, random)
      const { ports } = servers
      const outcomes = (
        await Promise.all(clients.map((client, first) => playClient(client, { midnight, ports, first })))
      ).flat()
      for (const { what, bookingId } of outcomes) {
        tally[what] = (tally[what] ?? 0) + 1
        if (bookingId) made.add(bookingId)
      }
      expect(outcomes.flatMap(({ what, problem }) => (problem === null ? [] : [[what, problem]]))).toEqual([])
      expectOneBookingPerKey(outcomes)
      made.add(await bookWhatALoserIsOffered(outcomes, ports))
      expect(await database.doubleBookings()).toEqual([])
    }
    // Whatever was answered as booked is there, and nothing else.
    const rows = await database.query<{ id: string }>('select id from bookings')
    expect(rows.map(({ id }) => id).sort()).toEqual([...made].sort())
    expect(await database.busyThatIsWrong()).toEqual([])

    /** Once it is quiet, the first slot that a loser is offered can be had. */
    async function bookWhatALoserIsOffered(
      outcomes: readonly RaceOutcome[],
      ports: readonly number[],
    ): Promise<string> {
      const live = await database.query<{ start: Date }>(
        "select start_time as start from bookings where status = 'confirmed' and id = any ($1) limit 1",
        [outcomes.map(({ bookingId }) => bookingId)],
      )
      const taken = live[0]?.start.toISOString() ?? ''
      const book = (start_time: string) =>
        sendRequest(ports[0] as number, {
          route: 'createBooking',
          as: LATE,
          // With both hosts: one who is busy is enough.
          body: { meeting_type_id: TYPES[1], start_time, customer_name: 'Late', time_zone: 'UTC' },
        })
      const lost = await book(taken)
      expect([lost.status, lost.body.code]).toEqual([409, 'SLOT_TAKEN'])
      const { nearest } = lost.body.details as { nearest: { start: string }[] }
      const won = await book(nearest[0]?.start ?? '')
      expect(won.status).toBe(200)
      return (won.body.booking as { id: string }).id
    }
  } finally {
    await servers.close()
    await database.close()
  }
  expect(await database.deadlocks()).toBe(0)
  return tally
}

function expectOneBookingPerKey(outcomes: readonly RaceOutcome[]): void {
  const byKey = new Map<string, Set<string>>()
  for (const { key, bookingId } of outcomes) {
    if (key !== null && bookingId !== null) byKey.set(key, (byKey.get(key) ?? new Set()).add(bookingId))
  }
  expect([...byKey].filter(([, ids]) => ids.size > 1)).toEqual([])
}
