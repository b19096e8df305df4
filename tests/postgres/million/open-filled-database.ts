import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { TestPostgres } from '../start-postgres.ts'
import { type FillOptions, fillBookings } from './fill-bookings.ts'

const MIGRATIONS = ['0001_meetings.sql', '0002_scheduling.sql'].map(
  (file) => new URL(`../../../packages/server/migrations/postgres/${file}`, import.meta.url),
)

/** A thousand bookings, of which the viewers have enough for full pages. */
export const THOUSAND: FillOptions = {
  total: 1000,
  organization: 500,
  busyHost: 200,
  mailCustomer: 100,
  others: 100,
}

/** Many bookings: a tenth in one organisation, half of those with one host. */
export function manyBookings(total: number): FillOptions {
  return { total, organization: total / 10, busyHost: total / 20, mailCustomer: total / 1000, others: 100 }
}

/** A new database with our migrations and these bookings; answers its connection string. */
export async function openFilledDatabase(postgres: TestPostgres, options: FillOptions): Promise<string> {
  const connectionString = await postgres.createDatabase()
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    for (const file of MIGRATIONS) await client.query(readFileSync(file, 'utf8'))
    await fillBookings(client, options)
  } finally {
    await client.end()
  }
  return connectionString
}
