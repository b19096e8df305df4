import type { BookingColumns } from '../booking-columns.ts'
import { bookingsTable } from './bookings-table.ts'
import { membershipFunctions } from './membership-functions.ts'
import { moderationFunctions, moderationTables } from './moderation-functions.ts'
import { type MigrationPlatform, permissions } from './permissions.ts'
import { readFunctions } from './read-functions.ts'
import { settleFunction } from './settle-function.ts'
import { isSqlName, sqlNames } from './sql-names.ts'
import { visitFunctions } from './visit-functions.ts'
import { visitsTable } from './visits-table.ts'

export interface MeetingsMigrationOptions {
  /** Your existing table, `name` or `schema.name`. Left out, the migration creates `public.bookings`. */
  table?: string
  /** Where your table keeps what; give the same to the store. */
  columns?: Partial<BookingColumns>
  /** `supabase` (default) also writes the rights of Supabase's roles and the policies; `postgres` does not. */
  platform?: MigrationPlatform
  /** With `platform: 'postgres'`: the role your server connects as, when it does not own the tables. */
  role?: string
}

/**
 * The SQL that `supabaseStore` and `postgresStore` need: the tables of visits, indexes and the functions the
 * server calls. Without `table` it creates the table of bookings too, and is one of the files in `migrations/`
 * of this package; with it, your table keeps its columns, constraints and policies.
 * Throws a `TypeError` for a name that is no SQL name.
 */
export function meetingsMigration(options: MeetingsMigrationOptions = {}): string {
  const { table, columns, platform, role } = checkMigrationOptions('meetingsMigration', options)
  const names = sqlNames(table ?? 'bookings', columns)
  return [
    `-- Meetings: what @meetings/server needs in the database. Written by meetingsMigration().\n`,
    ...(table === undefined ? [bookingsTable(platform)] : []),
    visitsTable(names),
    moderationTables(names),
    membershipFunctions(names),
    moderationFunctions(names),
    visitFunctions(names),
    settleFunction(names),
    readFunctions(names),
    PING,
    permissions(names, platform, role),
  ].join('\n')
}

/** The options with their defaults. Throws a `TypeError` for what does not go together. */
export function checkMigrationOptions(name: string, options: MeetingsMigrationOptions) {
  const { table, columns, platform = 'supabase', role = null } = options
  if (table === undefined && columns !== undefined) {
    throw new TypeError(`${name}: columns describe a table of yours; give its name as table.`)
  }
  if (platform !== 'supabase' && platform !== 'postgres') {
    throw new TypeError(`${name}: platform must be "supabase" or "postgres", and is "${platform}".`)
  }
  if (role !== null && (platform !== 'postgres' || !isSqlName(role))) {
    throw new TypeError(`${name}: role must be a name, with platform "postgres", and is "${role}".`)
  }
  return { table, columns, platform, role }
}

const PING = `\
-- Answers whether the database can.
create function public.meetings_ping()
returns boolean language sql stable set search_path = '' as $$
  select true
$$;
`
