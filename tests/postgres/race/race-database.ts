import { readFileSync } from 'node:fs'
import type { BookingRecord } from '@meetings/server'
import pg from 'pg'
import { MIGRATION_FILE } from '../../supabase/booking-row.ts'
import { insertBookings } from '../insert-bookings.ts'
import type { TestPostgres } from '../start-postgres.ts'
import { SUPABASE_STUB } from '../supabase-roles.ts'

/** A database that remembers every change of a booking's status. */
export interface RaceDatabase {
  connectionString: string
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  insert(bookings: readonly BookingRecord[]): Promise<void>
  /** Every change of status, oldest first, like `confirmed -> in_progress`. */
  statusChanges(bookingId: string): Promise<string[]>
  /** How many deadlocks Postgres had to break, among connections that have ended. */
  deadlocks(): Promise<number>
  close(): Promise<void>
}

// A trigger sees what no answer tells: each change that was really made, in the order it was made.
const STATUS_LOG = `
  create table status_changes (
    id bigint generated always as identity primary key,
    booking_id uuid not null,
    change text not null
  );
  create function log_status_change() returns trigger language plpgsql security definer as $$
  begin
    insert into public.status_changes (booking_id, change)
      values (new.id, old.status || ' -> ' || new.status);
    return null;
  end $$;
  create trigger log_status_change after update on bookings
    for each row when (old.status is distinct from new.status) execute function log_status_change();
`

// As if the disk were slow: what a transaction has decided stays unseen for a while before it commits. So they
// overlap on a machine with few cores too, and whoever decides by an old state is found out.
const DAWDLE = `
  create function dawdle() returns trigger language plpgsql as $$
  begin
    perform pg_sleep(0.003);
    return null;
  end $$;
  create constraint trigger dawdle after insert or update or delete on meeting_visits
    deferrable initially deferred for each row execute function dawdle();
`

export async function openRaceDatabase(postgres: TestPostgres): Promise<RaceDatabase> {
  const connectionString = await postgres.createDatabase()
  const pool = new pg.Pool({ connectionString, max: 2 })
  // A test that failed may leave the pool open when the server ends.
  pool.on('error', () => {})
  for (const statements of [SUPABASE_STUB, readFileSync(MIGRATION_FILE, 'utf8'), STATUS_LOG, DAWDLE]) {
    await pool.query(statements)
  }
  return {
    connectionString,
    query: async (text, values = []) => (await pool.query(text, [...values])).rows,
    insert: (bookings) => insertBookings(pool, bookings),
    async statusChanges(bookingId) {
      const { rows } = await pool.query(
        'select change from status_changes where booking_id = $1 order by id',
        [bookingId],
      )
      return rows.map(({ change }) => change)
    },
    async deadlocks() {
      const { rows } = await pool.query(
        'select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()',
      )
      return rows[0].deadlocks
    },
    close: () => pool.end(),
  }
}
