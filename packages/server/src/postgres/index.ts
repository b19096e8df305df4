export { type BookingColumns, DEFAULT_BOOKING_COLUMNS } from '../sql/booking-columns.ts'
export { type MeetingsMigrationOptions, meetingsMigration } from '../sql/migration/meetings-migration.ts'
export { schedulingMigration } from '../sql/schedule/scheduling-migration.ts'
export {
  type PostgresQuery,
  type PostgresStoreOptions,
  postgresSchedule,
  postgresStore,
} from './postgres-store.ts'
