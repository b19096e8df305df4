import { createMeetings } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { twilioVideo } from '@meetings/server/twilio'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const NOW = Date.now()

export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'a-secret-as-long-as-twilio-makes',
}

/** So many people have a meeting with the host, and so many of the host's meetings are in the list. */
export const PEOPLE = 20

/** Ids as a database makes them, one per turn. */
export function idOf(kind: 'booking' | 'customer', turn: number): string {
  const start = kind === 'booking' ? 'b' : 'c'
  return `${start}b0f6d7e-6f0e-4f4a-8f4e-${String(turn % PEOPLE).padStart(12, '0')}`
}

export const HOST_ID = 'a1f06d7e-6f0e-4f4a-8f4e-0f3f0f6d7e6f'

/** The handlers as a host mounts them, with nothing switched off. */
export const meetings = createMeetings({
  store: memoryStore({ bookings: Array.from({ length: PEOPLE }, (_, turn) => booking(turn)) }),
  video: twilioVideo(ACCOUNT),
  // The bearer token is the person: signing people in is not what is measured here.
  authenticate: ({ request }) => {
    const id = request.headers.get('authorization')?.slice('Bearer '.length)
    return id ? { user: { id }, via: 'bearer' } : null
  },
  // Counted in memory, as by default, with room for a benchmark.
  rateLimit: { perMinute: { launchVideo: 1e9, listBookings: 1e9 } },
})

export function launchRequest(turn: number): Request {
  return new Request('http://localhost/api/meetings/launch-video', {
    method: 'POST',
    headers: { authorization: `Bearer ${idOf('customer', turn)}`, 'content-type': 'application/json' },
    body: launchBody(turn),
  })
}

export function launchBody(turn: number): string {
  return JSON.stringify({ booking_id: idOf('booking', turn) })
}

export function listRequest(): Request {
  return new Request('http://localhost/api/meetings/bookings?scope=upcoming&limit=20', {
    headers: { authorization: `Bearer ${HOST_ID}` },
  })
}

function booking(turn: number) {
  return {
    id: idOf('booking', turn),
    organizationId: '0e0f6d7e-6f0e-4f4a-8f4e-0f3f0f6d7e6f',
    meetingTypeId: '7e0f6d7e-6f0e-4f4a-8f4e-0f3f0f6d7e6f',
    meetingTypeName: 'First consultation',
    hostId: HOST_ID,
    hostName: 'Dr. Amara Diallo',
    customerId: idOf('customer', turn),
    customerName: `Customer ${turn}`,
    customerEmail: `customer.${turn}@example.com`,
    startTime: new Date(NOW - turn * MINUTE_MS).toISOString(),
    endTime: new Date(NOW + (turn + 1) * HOUR_MS).toISOString(),
    status: 'confirmed' as const,
    metadata: { notes: 'Prefers mornings', source: 'website' },
  }
}
