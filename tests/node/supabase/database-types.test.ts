import { readFileSync } from 'node:fs'
import { type Database, type Json, supabaseSchedule, supabaseStore } from '@meetings/server/supabase'
import { createClient } from '@supabase/supabase-js'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { DATABASE_TYPES_FILE, databaseTypes } from '../../supabase/database-types/database-types.ts'

const URL_OF_PROJECT = 'http://supabase.local'
const KEY = 'sb_secret_local'

/** A typed client, and what it was asked. */
function typedClient() {
  const asked: { path: string; body: unknown }[] = []
  const client = createClient<Database>(URL_OF_PROJECT, KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      fetch: async (input, init) => {
        asked.push({
          path: new URL(String(input)).pathname,
          body: init?.body && JSON.parse(String(init.body)),
        })
        return Response.json([])
      },
    },
  })
  return { client, asked }
}

describe('the types for supabase-js', () => {
  it('are those of the migrations: run `node scripts/write-database-types.ts` after changing one', async () => {
    expect(readFileSync(DATABASE_TYPES_FILE, 'utf8')).toBe(await databaseTypes())
  })

  it('know the arguments and answers of the functions', async () => {
    const { client, asked } = typedClient()
    const { data } = await client.rpc('meetings_list_types', { p_viewer: { userId: 'somebody' } })
    expectTypeOf(data).toEqualTypeOf<Json | null>()
    // @ts-expect-error There is no such argument.
    await client.rpc('meetings_list_types', { p_user: 'somebody' })
    // @ts-expect-error There is no such function.
    await client.rpc('meetings_list_tipes', {})
    expect(asked[0]).toEqual({
      path: '/rest/v1/rpc/meetings_list_types',
      body: { p_viewer: { userId: 'somebody' } },
    })
  })

  it('know the rows, what must be given, and what belongs to what', async () => {
    const { client } = typedClient()
    const { data: bookings } = await client.from('bookings').select('id, customer_email, status')
    expectTypeOf(bookings).toEqualTypeOf<
      { id: string; customer_email: string | null; status: string }[] | null
    >()
    const { data: types } = await client.from('meeting_types').select('name, meeting_type_hosts(host_name)')
    expectTypeOf(types).toEqualTypeOf<
      { name: string; meeting_type_hosts: { host_name: string }[] }[] | null
    >()
    await client.from('meeting_types').insert({ name: 'Consultation' })
    // @ts-expect-error A meeting type needs a name.
    await client.from('meeting_types').insert({ duration_minutes: 30 })
  })

  it('make clients that the stores take, also together with types of your own', () => {
    interface Invoice {
      Row: { id: string }
      Insert: { id: string }
      Update: { id?: string }
      Relationships: []
    }
    type Own = Database & { public: { Tables: { invoices: Invoice } } }
    const { client } = typedClient()
    const own = createClient<Own>(URL_OF_PROJECT, KEY)
    expectTypeOf(own.from('invoices').select).not.toBeAny()
    expect(supabaseStore({ client }).ping).toBeTypeOf('function')
    expect(supabaseSchedule({ client: own }).book).toBeTypeOf('function')
  })
})
