import type { BookingColumns } from '../booking-columns.ts'
import { BOOKINGS_TABLE } from './bookings-table.ts'
import { membershipFunctions } from './membership-functions.ts'
import { readFunctions } from './read-functions.ts'
import { sqlNames } from './sql-names.ts'
import { visitFunctions } from './visit-functions.ts'
import { visitsTable } from './visits-table.ts'

export interface MeetingsMigrationOptions {
  /** Your existing table, `name` or `schema.name`. Left out, the migration creates `public.bookings`. */
  table?: string
  /** Where your table keeps what; give the same to `supabaseStore`. */
  columns?: Partial<BookingColumns>
}

/**
 * The SQL that `supabaseStore` needs, for `supabase/migrations/`: the table of visits, indexes and the functions
 * the server calls. Without `table` it is the file `migrations/0001_meetings.sql` of this package, which
 * creates the table of bookings too; with it, your table keeps its columns, constraints and policies.
 * Throws a `TypeError` for a name that is no SQL name.
 */
export function meetingsMigration(options: MeetingsMigrationOptions = {}): string {
  if (options.table === undefined && options.columns !== undefined) {
    throw new TypeError('meetingsMigration: columns describe a table of yours; give its name as table.')
  }
  const names = sqlNames(options.table ?? 'bookings', options.columns)
  const ownTable = options.table === undefined
  return [
    `-- Meetings: what @meetings/server needs in the database. Written by meetingsMigration().\n`,
    ...(ownTable ? [BOOKINGS_TABLE] : []),
    visitsTable(names),
    membershipFunctions(names),
    visitFunctions(names),
    readFunctions(names),
    permissions(names.table),
  ].join('\n')
}

/** The functions trust the viewer they are given, so nobody but the server may call them. */
function permissions(table: string): string {
  const functions = [
    'meetings_emails(text, text, jsonb)',
    `meetings_administers(${table}, jsonb)`,
    `meetings_role(${table}, jsonb)`,
    `meetings_found(${table}, text)`,
    'meetings_enter(uuid, jsonb, timestamptz, timestamptz, timestamptz)',
    'meetings_leave(uuid, jsonb, timestamptz, boolean)',
    'meetings_complete_forgotten(timestamptz)',
    'meetings_find(uuid, jsonb, timestamptz)',
    'meetings_list(jsonb, text, timestamptz, timestamptz, timestamptz, uuid, integer)',
  ]
  return [
    '-- These functions believe what they are told about the viewer: only the server may call them.',
    ...functions.map((name) => `revoke execute on function public.${name} from public, anon, authenticated;`),
    ...functions.map((name) => `grant execute on function public.${name} to service_role;`),
    '',
  ].join('\n')
}
