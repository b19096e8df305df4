import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectIndexScans, expectIndexScansOfBooking } from '../postgres/million/expect-index-scans.ts'
import { manyBookings, openFilledDatabase } from '../postgres/million/open-filled-database.ts'
import { startPostgres, type TestPostgres } from '../postgres/start-postgres.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres({ settings: { shared_buffers: '1GB', max_wal_size: '8GB' } })
})
afterAll(() => postgres?.close())

describe('with 1,000,000 bookings', () => {
  it('every verb finds its rows by an index', async () => {
    const filled = await openFilledDatabase(postgres, manyBookings(1_000_000))
    await expectIndexScans(filled)
    await expectIndexScansOfBooking(filled)
  })
})
