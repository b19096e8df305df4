import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect } from 'vitest'
import { randomNumbers } from '../race/random-calls.ts'
import type { TestPostgres } from '../start-postgres.ts'
import { SUPABASE_STUB } from '../supabase-roles.ts'
import { clientsOf, HOSTS, TYPES } from './booking-rounds.ts'
import { startBookers } from './start-bookers.ts'
import { MINUTES, type Outcome } from './step.ts'

const MIGRATIONS = ['0001_meetings.sql', '0002_scheduling.sql'].map((file) =>
  readFileSync(new URL(`../../../packages/server/migrations/${file}`, import.meta.url), 'utf8'),
)

// As if the disk were slow: what a transaction has decided stays unseen for a while before it commits.
const DAWDLE = `
  create function dawdle() returns trigger language plpgsql as $$
  begin
    perform pg_sleep(0.002);
    return null;
  end $$;
  create constraint trigger dawdle after insert on meeting_busy
    deferrable initially deferred for each row execute function dawdle();
`

const OFFER = `
  insert into meeting_types (id, name, host_mode, buffer_before_minutes, buffer_after_minutes) values
    ('${TYPES[0]}', 'Call', 'any', ${MINUTES.buffer}, ${MINUTES.buffer}),
    ('${TYPES[1]}', 'Panel', 'all', ${MINUTES.buffer}, ${MINUTES.buffer});
  insert into meeting_type_hosts (meeting_type_id, host_id, host_name)
    select type.id, host, 'Host' from meeting_types type, unnest('{${HOSTS.join(',')}}'::text[]) as host;
`

// Two live bookings of one host that come closer to each other than their buffers allow.
const DOUBLE_BOOKINGS = `
  with hosted as (
    select b.id, tstzrange(b.start_time, b.end_time + interval '${2 * MINUTES.buffer} minutes') as during,
      unnest(array[b.host_id::text] || meetings_hosts(b.metadata)) as host
    from bookings b where b.status in ('confirmed', 'in_progress')
  )
  select one.id from hosted one join hosted other
    on one.host = other.host and one.id < other.id and one.during && other.during
`

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
  const connectionString = await postgres.createDatabase()
  const pool = new pg.Pool({ connectionString, max: 1 })
  // A race that failed may leave the pool open when the server ends.
  pool.on('error', () => {})
  for (const statements of [SUPABASE_STUB, ...MIGRATIONS, DAWDLE, OFFER, ...(spoil ? [spoil] : [])]) {
    await pool.query(statements)
  }
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
      expect((await pool.query(DOUBLE_BOOKINGS)).rows).toEqual([])
      expectOneBookingPerKey(outcomes)
      for (const { outcome, bookingId } of outcomes)
        if (outcome === 'booked' && bookingId) made.add(bookingId)
    }
    // Whatever was answered as booked is there, and nothing else.
    const { rows } = await pool.query('select id from bookings')
    expect(rows.map(({ id }) => id).sort()).toEqual([...made].sort())
    expect(await busyThatIsWrong(pool)).toEqual([])
  } finally {
    await bookers.close()
    await pool.end()
  }
  const stats = new pg.Client(connectionString)
  await stats.connect()
  const { rows } = await stats.query(
    'select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()',
  )
  await stats.end()
  expect(rows).toEqual([{ deadlocks: 0 }])
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

/** Busy rows that no live booking or hold explains, and live bookings without theirs. */
async function busyThatIsWrong(pool: pg.Pool): Promise<unknown[]> {
  const { rows } = await pool.query(`
    with wanted as (
      select b.id, w.host_id, w.during from bookings b, meetings_busy_of(b) w
    ), there as (
      select booking_id as id, host_id, during from meeting_busy where booking_id is not null
    )
    (select * from wanted except select * from there) union all (select * from there except select * from wanted)`)
  return rows
}
