import type { BookingStore } from '../ports/booking-store.ts'
import type { ScheduleStore } from '../ports/schedule-store.ts'
import type { BookingColumns } from '../sql/booking-columns.ts'
import type { CallFunction, FunctionArgument } from '../sql/call-function.ts'
import { sqlSchedule } from '../sql/schedule/sql-schedule.ts'
import { callError } from '../sql/setup-error.ts'
import { sqlStore } from '../sql/sql-store.ts'

/** Runs one statement with bound parameters (`$1`, `$2`, ...). Parameters are strings and nulls. */
export type PostgresQuery = (
  text: string,
  params: (string | null)[],
) => PromiseLike<{ rows: readonly Record<string, unknown>[] }>

export interface PostgresStoreOptions {
  /**
   * `(text, params) => pool.query(text, params)` with `pg` or PGlite;
   * `async (text, params) => ({ rows: await sql.unsafe(text, params) })` with postgres.js.
   */
  query: PostgresQuery
  /** Where your own table keeps what; the same that `meetingsMigration` got. Default: this package's table. */
  columns?: Partial<BookingColumns>
}

const FORBIDDEN =
  'The database role of this connection may not use what the migration made. Write it again with ' +
  "meetingsMigration({ platform: 'postgres', role }), or connect as the owner."

/**
 * Bookings in a Postgres of your own. Every verb is one statement: a function that decides membership, time and
 * status and makes the change in one transaction. Values travel as parameters, never as parts of a statement.
 * Run `migrations/postgres/0001_meetings.sql` first, or what `meetingsMigration({ platform: 'postgres' })`
 * writes. Throws `CONFIG_INVALID` when the migration is missing or the role may not use it.
 *
 * ```ts
 * const pool = new Pool({ connectionString: process.env.DATABASE_URL })
 * const store = postgresStore({ query: (text, params) => pool.query(text, params) })
 * ```
 */
export function postgresStore({ query, columns }: PostgresStoreOptions): Required<BookingStore> {
  return sqlStore({ name: 'postgresStore', columns, call: postgresCall('postgresStore', query) })
}

/**
 * What can be booked, in the same Postgres. Run `migrations/postgres/0002_scheduling.sql` after the first one, or
 * what `schedulingMigration({ platform: 'postgres' })` writes. Every verb is one statement.
 *
 * ```ts
 * createMeetings({ store: postgresStore({ query }), schedule: postgresSchedule({ query }), ... })
 * ```
 */
export function postgresSchedule({ query, columns }: PostgresStoreOptions): ScheduleStore {
  return sqlSchedule({ name: 'postgresSchedule', columns, call: postgresCall('postgresSchedule', query) })
}

function postgresCall(store: string, query: PostgresQuery): CallFunction {
  if (typeof query !== 'function') {
    throw new TypeError(
      `${store}: query must be a function, like (text, params) => pool.query(text, params).`,
    )
  }
  return async (name, args, options) => {
    try {
      const { rows } = await untilAborted(query(...statement(name, args)), options?.signal)
      const answer = rows[0]?.answer ?? null
      return typeof answer === 'string' ? JSON.parse(answer) : answer
    } catch (error) {
      options?.signal?.throwIfAborted()
      throw callError(`${store}: ${name}`, toPlainError(error), FORBIDDEN)
    }
  }
}

/** Everything as text, there and back: drivers differ in how they write and read every other type. */
function statement(
  name: string,
  args: readonly FunctionArgument[],
): [text: string, params: (string | null)[]] {
  const list = args.map((argument, index) => `${argument.name} => $${index + 1}::text::${argument.type}`)
  return [
    `select public.${name}(${list.join(', ')})::text as answer`,
    args.map(({ type, value }) =>
      value === null ? null : type === 'jsonb' ? JSON.stringify(value) : String(value),
    ),
  ]
}

/** Rejects when the signal does; the statement itself goes on, and ends as it ends. */
async function untilAborted<T>(work: PromiseLike<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function toPlainError(error: unknown): { message: string; code?: unknown } {
  if (!(error instanceof Error)) return { message: String(error) }
  return error
}
