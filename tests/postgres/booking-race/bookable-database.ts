import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { TestPostgres } from '../start-postgres.ts'
import { SUPABASE_STUB } from '../supabase-roles.ts'
import { HOSTS, TYPES } from './booking-rounds.ts'
import { MINUTES } from './step.ts'

/** A database of two hosts who can be booked alone and together, for races. */
export interface BookableDatabase {
  connectionString: string
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Live bookings of one host that come closer to each other than their buffers allow: none, we hope. */
  doubleBookings(): Promise<unknown[]>
  /** Busy rows that no live booking explains, and live bookings without theirs: none, we hope. */
  busyThatIsWrong(): Promise<unknown[]>
  close(): Promise<void>
  /** How many deadlocks Postgres had to break. Ask when every connection has ended. */
  deadlocks(): Promise<number>
}

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
  insert into host_schedules (host_id, schedule)
    select host, jsonb_build_object('timeZone', 'UTC', 'overrides', '[]'::jsonb, 'timeOff', '[]'::jsonb, 'weekly', (
      select jsonb_agg(jsonb_build_object('weekday', weekday, 'from', '09:00', 'to', '18:00'))
      from generate_series(1, 7) as weekday
    )) from unnest('{${HOSTS.join(',')}}'::text[]) as host;
`

const DOUBLE_BOOKINGS = `
  with hosted as (
    select b.id, tstzrange(b.start_time, b.end_time + interval '${2 * MINUTES.buffer} minutes') as during,
      unnest(array[b.host_id::text] || meetings_hosts(b.metadata)) as host
    from bookings b where b.status in ('confirmed', 'in_progress')
  )
  select one.id from hosted one join hosted other
    on one.host = other.host and one.id < other.id and one.during && other.during
`

const WRONG_BUSY = `
  with wanted as (
    select b.id, w.host_id, w.during from bookings b, meetings_busy_of(b) w
  ), there as (
    select booking_id as id, host_id, during from meeting_busy where booking_id is not null
  )
  (select * from wanted except select * from there) union all (select * from there except select * from wanted)
`

/** Makes the database. `spoil` is SQL that breaks it, to see that a race finds out. */
export async function openBookableDatabase(
  postgres: TestPostgres,
  spoil: string | undefined,
): Promise<BookableDatabase> {
  const connectionString = await postgres.createDatabase()
  const pool = new pg.Pool({ connectionString, max: 1 })
  // A race that failed may leave the pool open when the server ends.
  pool.on('error', () => {})
  for (const statements of [SUPABASE_STUB, ...MIGRATIONS, DAWDLE, OFFER, ...(spoil ? [spoil] : [])]) {
    await pool.query(statements)
  }
  return {
    connectionString,
    query: async (text, values = []) => (await pool.query(text, [...values])).rows,
    doubleBookings: async () => (await pool.query(DOUBLE_BOOKINGS)).rows,
    busyThatIsWrong: async () => (await pool.query(WRONG_BUSY)).rows,
    close: () => pool.end(),
    async deadlocks() {
      const client = new pg.Client(connectionString)
      await client.connect()
      const { rows } = await client.query(
        'select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()',
      )
      await client.end()
      return rows[0].deadlocks
    },
  }
}
