import type { PGlite } from '@electric-sql/pglite'
import { BOOKING_SCOPES, BOOKING_STATUSES } from '@meetings/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillBookings, openPglite } from '../../test/open-pglite.ts'
import type {
  BookingRecord,
  BookingStore,
  ListPosition,
  ListRequest,
  Viewer,
} from '../ports/booking-store.ts'
import { postgresStore } from '../postgres/index.ts'
import { at, meeting, PEOPLE } from '../testing/conformance/people.ts'
import { memoryStore } from '../testing/index.ts'
import { meetingsMigration } from './migration/meetings-migration.ts'

const HOUR = 3_600_000
const NOW = at('14:00:00')
const EMAIL = 'lou@example.org'

// Hours around now: equal starts, meetings of minutes and of days, calls that run over or were forgotten.
const booking = fc
  .record({
    start: fc.integer({ min: -40, max: 12 }),
    hours: fc.constantFrom(0.25, 1, 2, 5, 30),
    status: fc.constantFrom(...BOOKING_STATUSES),
    host: fc.constantFrom(PEOPLE.guest, PEOPLE.host),
    customer: fc.constantFrom(PEOPLE.guest, PEOPLE.customer, null),
    customerEmail: fc.constantFrom('Lou@Example.org', 'carl@example.org', null),
    invited: fc.boolean(),
    shared: fc.boolean(),
    ours: fc.boolean(),
  })
  .map((made) => (id: string): BookingRecord => {
    const start = NOW.getTime() + made.start * HOUR
    return meeting({
      id,
      startTime: new Date(start).toISOString(),
      endTime: new Date(start + made.hours * HOUR).toISOString(),
      status: made.status,
      hostId: made.host.userId,
      customerId: made.customer?.userId ?? null,
      customerEmail: made.customerEmail,
      organizationId: made.ours ? meeting().organizationId : null,
      metadata: {
        ...(made.invited && { guests: [{ email: 'x@example.org' }, { email: 'LOU@example.org' }] }),
        ...(made.shared && { hosts: [{ id: 'somebody' }, { id: PEOPLE.guest.userId }] }),
      },
    })
  })

const viewer: fc.Arbitrary<Viewer> = fc.record({
  userId: fc.constant(PEOPLE.guest.userId),
  verifiedEmail: fc.constantFrom(EMAIL, null),
  name: fc.constant(null),
  adminOf: fc.constantFrom<Viewer['adminOf']>(null, null, PEOPLE.admin.adminOf, 'any'),
})

let database: PGlite
beforeAll(async () => {
  database = await openPglite([
    meetingsMigration({ platform: 'postgres' }),
    // Here hosts may be in two places at once.
    'alter table public.bookings drop constraint bookings_host_is_free',
  ])
})
afterAll(() => database?.close())

describe('the lists of the memory store and of the database', () => {
  it('hold the same, page by page, whoever looks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(booking, { minLength: 1, maxLength: 12 }),
        viewer,
        fc.constantFrom(...BOOKING_SCOPES),
        fc.integer({ min: 1, max: 5 }),
        async (made, who, scope, limit) => {
          const bookings = made.map((make, index) =>
            make(`0b000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`),
          )
          await fillBookings(database, bookings)
          const request = { viewer: who, scope, limit, endsAfter: NOW, forgottenBy: at('13:00:00') }
          const postgres = postgresStore({ query: (text, params) => database.query(text, params) })
          expect(await pages(postgres, request)).toEqual(await pages(memoryStore({ bookings }), request))
        },
      ),
      { seed: 20_261_122, numRuns: 150 },
    )
  })
})

async function pages(store: BookingStore, request: Omit<ListRequest, 'after'>) {
  const listed: { id: string; viewerRole: string; status: string }[][] = []
  const forgotten: string[] = []
  let after: ListPosition | null = null
  do {
    const page: Awaited<ReturnType<BookingStore['list']>> = await store.list({ ...request, after })
    listed.push(page.bookings.map(({ id, viewerRole, status }) => ({ id, viewerRole, status })))
    forgotten.push(...page.forgotten)
    after = page.next
  } while (after !== null)
  return { listed, forgotten: forgotten.sort() }
}
