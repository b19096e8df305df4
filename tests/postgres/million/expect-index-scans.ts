import { BOOKING_SCOPES } from '@meetings/contract'
import type { BookingStore } from '@meetings/server'
import { expect } from 'vitest'
import { NOW } from './fill-bookings.ts'
import { readScans, type Scan } from './read-scans.ts'
import { VIEWERS } from './viewers.ts'

const HOUR = 3_600_000
const now = new Date(NOW)
const admin = VIEWERS['organisation admin']

/**
 * Launches, renews, leaves, ends, takes news in and lists for every kind of viewer, so often that Postgres has
 * settled on its plans, and expects that no table was read from end to end.
 */
export async function expectIndexScans(connectionString: string): Promise<void> {
  // Postgres plans a statement anew five times before it keeps a plan.
  const calls = 8
  const scans: Scan[] = await readScans(connectionString, async (store) => {
    for (const bookingId of await upcomingIds(store, calls)) await liveThrough(store, bookingId)
    for (const person of Object.values(VIEWERS)) {
      for (const scope of BOOKING_SCOPES) {
        for (let call = 0; call < calls; call++) {
          const request = {
            viewer: person,
            scope,
            endsAfter: now,
            forgottenBy: new Date(now.getTime() - HOUR),
          }
          const { next } = await store.list({ ...request, limit: 20, after: null })
          if (next !== null) await store.list({ ...request, limit: 20, after: next })
        }
      }
    }
  })
  expect(scans.filter(({ step }) => step === 'Seq Scan')).toEqual([])
  // What was looked at is what the functions do: every index was used.
  const ways = ['host', 'customer', 'email', 'organization']
  expect(scans.map(({ index }) => index)).toEqual(
    expect.arrayContaining([
      ...ways.flatMap((way) => [`meetings_by_${way}`, `meetings_cancelled_by_${way}`]),
      ...['meetings_by_guest', 'meetings_live', 'bookings_pkey', 'meeting_visits_booking'],
    ]),
  )
}

async function upcomingIds(store: BookingStore, limit: number): Promise<string[]> {
  const page = await store.list({
    viewer: admin,
    scope: 'upcoming',
    endsAfter: now,
    forgottenBy: new Date(0),
    limit,
    after: null,
  })
  return page.bookings.map(({ id }) => id)
}

async function liveThrough(store: BookingStore, bookingId: string): Promise<void> {
  const viewer = admin
  const request = { bookingId, viewer, at: now }
  const enter = { ...request, identity: 'admin', startsBy: new Date('2100-01-01'), endsAfter: new Date(0) }
  const news = {
    bookingId,
    roomId: 'RM1',
    connectionId: `PA-${bookingId}`,
    identity: 'admin',
    at: now,
  } as const
  await store.enter(enter)
  await store.settle({ ...news, type: 'connected' })
  await store.find({ bookingId, viewer, forgottenBy: new Date(0) })
  await store.settle({ ...news, type: 'disconnected' })
  await store.enter(enter)
  await store.leave(request)
  await store.settle({ bookingId, roomId: 'RM1', type: 'ended', at: now })
  await store.end(request)
}
