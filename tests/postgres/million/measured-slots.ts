import type { Booker, BookRequest } from '@meetings/server'
import { NOW, PEOPLE, TYPES } from './fill-bookings.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const now = Date.parse(NOW)
const midnight = now - (now % DAY)

/** People who book with the measured hosts, by number: nobody books hundreds of meetings a day. */
export function booker(number: number): Booker {
  return {
    userId: `0d000000-0000-4000-8000-${String(770_000 + number).padStart(12, '0')}`,
    verifiedEmail: null,
    name: null,
    adminOf: null,
    organizationId: null,
  }
}

export const SIXTY_DAYS = { from: new Date(now), to: new Date(now + 60 * DAY) }

/** A slot that the measured hosts have free, for every number below 400: eight afternoons' worth of 50 days. */
export function measuredSlot(number: number): Pick<BookRequest, 'start' | 'end' | 'busy' | 'at'> {
  const start = new Date(
    midnight + (1 + (number % 50)) * DAY + (14 * 60 + 30 * Math.floor(number / 50)) * MINUTE,
  )
  const end = new Date(start.getTime() + 30 * MINUTE)
  return { start, end, busy: { start, end }, at: new Date(now) }
}

/** What books this slot with whichever measured host is free. */
export function bookRequest(slot: ReturnType<typeof measuredSlot>, viewer: Booker): BookRequest {
  const day = { start: new Date(midnight), end: new Date(midnight + DAY) }
  return {
    ...slot,
    viewer,
    meetingTypeId: TYPES.any,
    candidates: PEOPLE.measuredHosts.map((hostId) => ({ hostId, day })),
    customerName: 'Measured',
    customerEmail: null,
    metadata: { timeZone: 'UTC' },
    idempotency: null,
  }
}
