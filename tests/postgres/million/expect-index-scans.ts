import { BOOKING_SCOPES } from '@meetings/contract'
import type { BookingStore, ScheduleStore } from '@meetings/server'
import { expect } from 'vitest'
import { NOW, PEOPLE, TYPES } from './fill-bookings.ts'
import { booker, bookRequest, measuredSlot, SIXTY_DAYS } from './measured-slots.ts'
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
  const scans: Scan[] = await readScans(connectionString, async ({ store }) => {
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

/** Looks for free times, holds, books, moves and cancels; expects the same. */
export async function expectIndexScansOfBooking(connectionString: string): Promise<void> {
  const scans: Scan[] = await readScans(connectionString, async ({ schedule }) => {
    for (let call = 0; call < 8; call++) await bookThrough(schedule, call)
  })
  expect(scans.filter(({ step }) => step === 'Seq Scan')).toEqual([])
  expect(scans.map(({ index }) => index)).toEqual(
    expect.arrayContaining([
      ...['bookings_pkey', 'meetings_by_host', 'meetings_by_further_host', 'host_schedules_pkey'],
      ...['meeting_types_pkey', 'meeting_type_hosts_pkey', 'meeting_idempotency_pkey'],
      ...[
        'meeting_busy_by_host',
        'meeting_busy_by_booking',
        'meeting_busy_by_hold',
        'meeting_holds_one_each',
      ],
    ]),
  )
}

async function bookThrough(schedule: ScheduleStore, call: number): Promise<void> {
  const slot = measuredSlot(call)
  const viewer = booker(call)
  const meetingTypeId = TYPES.any
  for (const type of Object.values(TYPES)) {
    await schedule.findOpenings({
      meetingTypeId: type,
      viewer,
      ...SIXTY_DAYS,
      at: now,
      exceptBookingId: null,
    })
  }
  const hosts = [...PEOPLE.measuredHosts]
  const held = await schedule.hold({
    ...slot,
    viewer,
    meetingTypeId,
    candidates: hosts,
    expiresAt: new Date(now.getTime() + HOUR),
  })
  if (held?.outcome === 'held') await schedule.releaseHold({ holdId: held.hold.id, viewer })
  const request = { ...bookRequest(slot, viewer), idempotency: { key: `key-${call}`, fingerprint: 'same' } }
  const booked = await schedule.book(request)
  await schedule.book(request)
  await schedule.book({ ...bookRequest(measuredSlot(call + 100), viewer), meetingTypeId: TYPES.all })
  if (booked === null || !('booking' in booked)) throw new Error('The measured slots are not free.')
  const bookingId = booked.booking.id
  const candidates = request.candidates
  await schedule.findOpenings({ meetingTypeId, viewer, ...SIXTY_DAYS, at: now, exceptBookingId: bookingId })
  await schedule.reschedule({ ...measuredSlot(call + 200), bookingId, viewer, candidates })
  await schedule.cancel({ bookingId, viewer, at: now, reason: null })
  await schedule.findSchedule({ hostId: PEOPLE.host })
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
