import type { BookingStore } from '../ports/booking-store.ts'
import type { ScheduleStore } from '../ports/schedule-store.ts'
import type { BookingColumns } from '../sql/booking-columns.ts'
import type { CallFunction } from '../sql/call-function.ts'
import { sqlSchedule } from '../sql/schedule/sql-schedule.ts'
import { callError } from '../sql/setup-error.ts'
import { sqlStore } from '../sql/sql-store.ts'

/** The one thing the store needs of a supabase-js client: calling a function by its name, with named arguments. */
export interface SupabaseFunctions {
  // A client with types of a database takes only the names it knows: `never` lets every client through.
  rpc(name: never, args: never): SupabaseCall
}

/** A call on its way, as supabase-js builds it. */
export interface SupabaseCall extends PromiseLike<SupabaseAnswer> {
  abortSignal?(signal: AbortSignal): PromiseLike<SupabaseAnswer>
}

export interface SupabaseAnswer {
  data: unknown
  error: { message: string; code?: string } | null
  /** Of the HTTP answer. */
  status?: number
}

export interface SupabaseStoreOptions {
  /**
   * A supabase-js client made with the secret (service role) key, on the server only, without a user session:
   * `createClient(url, secretKey, { auth: { persistSession: false, autoRefreshToken: false } })`.
   */
  client: SupabaseFunctions
  /** Where your own table keeps what; the same that `meetingsMigration` got. Default: this package's table. */
  columns?: Partial<BookingColumns>
}

const FORBIDDEN =
  'The client may not call the meetings functions. Create it with the secret (service role) key, usually in ' +
  'SUPABASE_SECRET_KEY, and without a user session.'

/**
 * Bookings in Supabase. Every verb is one request: a Postgres function that decides membership, time and status
 * and makes the change in one transaction. Values travel as parameters, never as parts of a query.
 * Run `migrations/0001_meetings.sql` first, or what `meetingsMigration` writes for a table of your own.
 * Throws `CONFIG_INVALID` when the migration is missing or the key is not the secret one.
 */
export function supabaseStore({ client, columns }: SupabaseStoreOptions): Required<BookingStore> {
  return sqlStore({ name: 'supabaseStore', columns, call: supabaseCall('supabaseStore', client) })
}

/**
 * What can be booked, in the same Supabase. Run `migrations/0002_scheduling.sql` after the first one, or what
 * `schedulingMigration` writes for a table of your own. Every verb is one request and one transaction.
 *
 * ```ts
 * createMeetings({ store: supabaseStore({ client }), schedule: supabaseSchedule({ client }), ... })
 * ```
 */
export function supabaseSchedule({ client, columns }: SupabaseStoreOptions): ScheduleStore {
  return sqlSchedule({ name: 'supabaseSchedule', columns, call: supabaseCall('supabaseSchedule', client) })
}

function supabaseCall(store: string, client: SupabaseFunctions): CallFunction {
  return async (name, args, options) => {
    const named = Object.fromEntries(args.map((argument) => [argument.name, argument.value]))
    const call = client.rpc(name as never, named as never)
    const signal = options?.signal
    const { data, error, status } = await (signal && call.abortSignal ? call.abortSignal(signal) : call)
    if (error === null) return data
    // An aborted request comes back as an answer.
    signal?.throwIfAborted()
    // A key that is none gets no code of Postgres.
    const refused = status === 401 || status === 403
    throw callError(`${store}: ${name}`, refused ? { ...error, code: '42501' } : error, FORBIDDEN)
  }
}
