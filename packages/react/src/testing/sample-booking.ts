import { type Booking, joinWindow, MINUTE_MS } from '@meetings/contract'

/**
 * A booking that starts `startsInMinutes` (5) after `now` and lasts `lastsMinutes` (30), seen by its
 * customer. Anything else can be overridden.
 *
 * @param now milliseconds since the epoch, usually `clock.now()`
 */
export function sampleBooking(
  now: number,
  changes: Partial<Booking> & { startsInMinutes?: number; lastsMinutes?: number } = {},
): Booking {
  const { startsInMinutes = 5, lastsMinutes = 30, ...given } = changes
  const start = now + startsInMinutes * MINUTE_MS
  const times = {
    startTime: new Date(start).toISOString(),
    endTime: new Date(start + lastsMinutes * MINUTE_MS).toISOString(),
  }
  return {
    id: '7d9f5f0e-3f5c-4b5e-9a54-0c7a4f9b1e01',
    organizationId: 'acme',
    meetingTypeId: 'consultation',
    meetingTypeName: 'Consultation',
    hostId: 'sam',
    hostName: 'Sam Rivera',
    customerId: 'me',
    customerName: 'Alex Morgan',
    customerEmail: 'alex@example.com',
    status: 'confirmed',
    viewerRole: 'customer',
    metadata: {},
    ...times,
    joinWindow: joinWindow({ ...times, ...given }),
    ...given,
  }
}
