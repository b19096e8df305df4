import { readFileSync } from 'node:fs'
import { supabaseStore } from '@meetings/server/supabase'
import { runStoreConformance } from '@meetings/server/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'
import { openSupabaseOnPostgres, type SupabaseOnPostgres } from '../../postgres/supabase-on-postgres.ts'
import { bookingRow, MIGRATION_FILE } from '../../supabase/booking-row.ts'

let postgres: TestPostgres
let supabase: SupabaseOnPostgres
beforeAll(async () => {
  postgres = await startPostgres()
  supabase = await openSupabaseOnPostgres({
    connectionString: await postgres.createDatabase(),
    migrations: [readFileSync(MIGRATION_FILE, 'utf8')],
  })
})
afterAll(async () => {
  await supabase?.close()
  await postgres?.close()
})

describe('the Supabase store on a real Postgres', () => {
  runStoreConformance({
    describe,
    it,
    expect,
    createStore: async (bookings) => {
      const { client } = supabase
      const emptied = await client.from('bookings').delete().not('id', 'is', null)
      expect(emptied.error).toBeNull()
      if (bookings.length > 0) {
        const { error } = await client.from('bookings').insert(bookings.map(bookingRow))
        expect(error).toBeNull()
      }
      return supabaseStore({ client })
    },
  })
})
