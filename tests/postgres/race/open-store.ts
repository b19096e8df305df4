import type { BookingStore } from '../../../packages/server/src/index.ts'
import { supabaseStore } from '../../../packages/server/src/supabase/index.ts'
import { openSupabaseOnPostgres } from '../supabase-on-postgres.ts'
import type { RacerConfig } from './call.ts'

/** A store of ours on the race's database. */
export async function openStore(
  config: RacerConfig,
): Promise<{ store: BookingStore; close(): Promise<void> }> {
  const { connectionString, connections } = config
  const supabase = await openSupabaseOnPostgres({ connectionString, connections })
  return { store: supabaseStore({ client: supabase.client }), close: supabase.close }
}
