import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectIndexScans, expectIndexScansOfBooking } from '../../postgres/million/expect-index-scans.ts'
import { manyBookings, openFilledDatabase } from '../../postgres/million/open-filled-database.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.close())

describe('with 20,000 bookings', () => {
  it('every verb finds its rows by an index', { timeout: 60_000 }, async () => {
    const filled = await openFilledDatabase(postgres, manyBookings(20_000))
    await expectIndexScans(filled)
    await expectIndexScansOfBooking(filled)
  })
})
