import pg from 'pg'
import type { BookingStore } from '../../../packages/server/src/index.ts'
import { postgresStore } from '../../../packages/server/src/postgres/index.ts'
import { supabaseStore } from '../../../packages/server/src/supabase/index.ts'
import { openSupabaseOnPostgres } from '../supabase-on-postgres.ts'
import type { RacerConfig } from './call.ts'

/** A store of ours on the race's database. */
export async function openStore({
  store,
  connectionString,
  connections,
}: RacerConfig): Promise<{ store: BookingStore; close(): Promise<void> }> {
  if (store === 'supabase') {
    const { client, close } = await openSupabaseOnPostgres({ connectionString, connections })
    return { store: supabaseStore({ client }), close }
  }
  const pool = new pg.Pool({ connectionString, max: connections })
  return {
    store: postgresStore({ query: (text, params) => pool.query(text, params) }),
    close: () => pool.end(),
  }
}
