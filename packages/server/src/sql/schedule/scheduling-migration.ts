import { resolveColumns } from '../booking-columns.ts'
import { gistExtension } from '../migration/bookings-table.ts'
import { checkMigrationOptions, type MeetingsMigrationOptions } from '../migration/meetings-migration.ts'
import { sqlNames } from '../migration/sql-names.ts'
import { bookFunction } from './book-function.ts'
import { busyFunctions } from './busy-functions.ts'
import { changeFunctions } from './change-functions.ts'
import { HOLD_FUNCTIONS } from './hold-functions.ts'
import { openingFunctions } from './opening-functions.ts'
import { schedulePermissions } from './schedule-permissions.ts'
import { SCHEDULE_TABLES } from './schedule-tables.ts'

/**
 * The SQL that `supabaseSchedule` and `postgresSchedule` need: meeting types, hosts' schedules, busy time and the
 * functions the server calls. Run it after `meetingsMigration` with the same options. Your own table needs places
 * for `meetingTypeId` and `metadata`, and other columns of it defaults; triggers note what its live bookings keep
 * hosts busy with. Throws a `TypeError` for a name that is no SQL name, or a place that is missing.
 */
export function schedulingMigration(options: MeetingsMigrationOptions = {}): string {
  const { table, columns, platform, role } = checkMigrationOptions('schedulingMigration', options)
  const resolved = resolveColumns(columns)
  for (const field of ['meetingTypeId', 'metadata'] as const) {
    if (resolved[field] === null) {
      throw new TypeError(
        `schedulingMigration: columns.${field} must not be null: booking keeps what it needs there.`,
      )
    }
  }
  const names = sqlNames(table ?? 'bookings', columns)
  return [
    `-- Meetings: what booking needs in the database, after 0001_meetings. Written by schedulingMigration().\n`,
    gistExtension(platform),
    SCHEDULE_TABLES,
    busyFunctions(names),
    openingFunctions(names),
    HOLD_FUNCTIONS,
    bookFunction(names, columns),
    changeFunctions(names, columns),
    schedulePermissions(names, platform, role),
  ].join('\n')
}
