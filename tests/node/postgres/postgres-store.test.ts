import { readFileSync } from 'node:fs'
import { type PostgresQuery, postgresStore } from '@meetings/server/postgres'
import { runStoreConformance } from '@meetings/server/testing'
import pg from 'pg'
import postgresJs from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertBookings } from '../../postgres/insert-bookings.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'

const MIGRATION = new URL('../../../packages/server/migrations/postgres/0001_meetings.sql', import.meta.url)

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe('the Postgres store on a pool of pg', () => {
  let pool: pg.Pool
  conformsWith(async (connectionString) => {
    pool = new pg.Pool({ connectionString, max: 5 })
    return (text, params) => pool.query(text, params)
  })
  afterAll(() => pool?.end())
})

describe('the Postgres store on postgres.js', () => {
  let sql: postgresJs.Sql
  conformsWith(async (connectionString) => {
    sql = postgresJs(connectionString, { max: 5, onnotice: () => {} })
    return async (text, params) => ({ rows: await sql.unsafe(text, params) })
  })
  afterAll(() => sql?.end())
})

function conformsWith(connect: (connectionString: string) => Promise<PostgresQuery>) {
  let owner: pg.Client
  let query: PostgresQuery
  beforeAll(async () => {
    const connectionString = await postgres.createDatabase()
    owner = new pg.Client({ connectionString })
    await owner.connect()
    await owner.query(readFileSync(MIGRATION, 'utf8'))
    query = await connect(connectionString)
  })
  afterAll(() => owner?.end())

  runStoreConformance({
    describe,
    it,
    expect,
    createStore: async (bookings) => {
      await owner.query('delete from bookings')
      await insertBookings(owner, bookings)
      return postgresStore({ query })
    },
  })
}
