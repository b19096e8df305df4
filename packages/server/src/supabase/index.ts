export { type BookingColumns, DEFAULT_BOOKING_COLUMNS } from '../sql/booking-columns.ts'
export { type MeetingsMigrationOptions, meetingsMigration } from '../sql/migration/meetings-migration.ts'
export { schedulingMigration } from '../sql/schedule/scheduling-migration.ts'
export type { SupabaseRefusal } from './auth/refusal.ts'
export { supabaseAuth } from './auth/supabase-auth.ts'
export type { SupabaseAuthOptions, TokenAlgorithm } from './auth/supabase-auth-options.ts'
export type { Database, Json } from './database-types.ts'
export {
  type SupabaseAnswer,
  type SupabaseCall,
  type SupabaseFunctions,
  type SupabaseStoreOptions,
  supabaseSchedule,
  supabaseStore,
} from './supabase-store.ts'
