import { readFileSync } from 'node:fs'
import { postgresSchedule, postgresStore } from '@meetings/server/postgres'
import { supabaseSchedule, supabaseStore } from '@meetings/server/supabase'
import { runScheduleConformance, type ScheduleWorld } from '@meetings/server/testing'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillScheduleStatements } from '../../../packages/server/test/fill-schedule.ts'
import { insertBookings } from '../../postgres/insert-bookings.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'
import { openSupabaseOnPostgres, type SupabaseOnPostgres } from '../../postgres/supabase-on-postgres.ts'

const migrations = (folder: string) =>
  ['0001_meetings.sql', '0002_scheduling.sql'].map((file) =>
    readFileSync(new URL(`../../../packages/server/migrations/${folder}${file}`, import.meta.url), 'utf8'),
  )

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

async function fill(pool: pg.Pool, { bookings, ...offer }: ScheduleWorld) {
  await pool.query('delete from bookings')
  await insertBookings(pool, bookings)
  for (const [text, params] of fillScheduleStatements(offer)) await pool.query(text, params)
}

describe('the Postgres store of schedules on a pool of pg', () => {
  let pool: pg.Pool
  beforeAll(async () => {
    pool = new pg.Pool({ connectionString: await postgres.createDatabase(), max: 5 })
    for (const migration of migrations('postgres/')) await pool.query(migration)
  })
  afterAll(() => pool?.end())

  runScheduleConformance({
    describe,
    it,
    expect,
    createStores: async (world) => {
      await fill(pool, world)
      const query = (text: string, params: (string | null)[]) => pool.query(text, params)
      return { store: postgresStore({ query }), schedule: postgresSchedule({ query }) }
    },
  })
})

describe('the Supabase store of schedules on a real Postgres', () => {
  let pool: pg.Pool
  let supabase: SupabaseOnPostgres
  beforeAll(async () => {
    const connectionString = await postgres.createDatabase()
    supabase = await openSupabaseOnPostgres({ connectionString, migrations: migrations('') })
    pool = new pg.Pool({ connectionString, max: 1 })
  })
  afterAll(async () => {
    await pool?.end()
    await supabase?.close()
  })

  runScheduleConformance({
    describe,
    it,
    expect,
    createStores: async (world) => {
      await fill(pool, world)
      const { client } = supabase
      return { store: supabaseStore({ client }), schedule: supabaseSchedule({ client }) }
    },
  })
})
