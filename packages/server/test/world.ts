import { type Booking, createMeetings, type MeetingsOptions, type MeetingsUser } from '../src/index.ts'
import { type FakeVideo, fakeVideo, fixedClock, memoryStore } from '../src/testing/index.ts'

const ORGANIZATION = '0a000000-0000-4000-8000-000000000001'
export const BOOKING_ID = '0b000000-0000-4000-8000-000000000001'
export const MISSING_ID = '0b000000-0000-4000-8000-00000000ffff'

/** Who signs in with `Bearer <name>`. */
export const USERS = {
  host: user(1, { name: 'Hana' }),
  customer: user(2, { name: 'Carl' }),
  stranger: user(3, { email: 'mal@example.org', emailVerified: true }),
  guest: user(4, { email: 'Lou@Example.org', emailVerified: true }),
  unverified: user(5, { email: 'lou@example.org' }),
  admin: user(6, { name: 'Ada', role: 'admin', organizationId: ORGANIZATION }),
  otherAdmin: user(7, { role: 'admin', organizationId: '0a000000-0000-4000-8000-000000000002' }),
  homeless: user(8, { role: 'admin', organizationId: null }),
} satisfies Record<string, MeetingsUser>

export type Who = keyof typeof USERS

/** A meeting from 14:00 to 15:00 UTC on 22 November 2026. */
export const BOOKING: Omit<Booking, 'viewerRole' | 'joinWindow'> = {
  id: BOOKING_ID,
  organizationId: ORGANIZATION,
  meetingTypeId: null,
  meetingTypeName: 'Consultation',
  hostId: USERS.host.id,
  hostName: 'Hana Host',
  customerId: USERS.customer.id,
  customerName: 'Carl Customer',
  customerEmail: 'carl@example.org',
  startTime: '2026-11-22T14:00:00.000Z',
  endTime: '2026-11-22T15:00:00.000Z',
  status: 'confirmed',
  metadata: { guests: [{ email: 'lou@example.org', name: 'Lou Guest' }] },
}

/** The whole server on a memory store, a fake video service and a clock that stands at `time`. */
export function world(
  options: { time?: string; booking?: Partial<typeof BOOKING>; video?: FakeVideo } & Partial<
    MeetingsOptions<MeetingsUser, string>
  > = {},
) {
  const { time = '14:00:00', booking, ...rest } = options
  const clock = fixedClock(`2026-11-22T${time}Z`)
  const store = memoryStore({ bookings: [{ ...BOOKING, ...booking }] })
  const video = options.video ?? fakeVideo({ now: clock.now })
  const meetings = createMeetings<MeetingsUser, string>({
    store,
    video,
    authenticate: ({ request }) => {
      const who = request.headers.get('authorization')?.replace('Bearer ', '')
      return who && who in USERS ? { user: USERS[who as Who], via: 'bearer' } : null
    },
    now: clock.now,
    requestId: () => 'request-1',
    logger: { error: () => {}, warn: () => {} },
    ...rest,
  })
  const send = (path: string, init: RequestInit & { as?: Who | null } = {}) => {
    const { as = 'customer', ...request } = init
    const headers = new Headers(request.headers)
    if (as !== null) headers.set('authorization', `Bearer ${as}`)
    return meetings.fetch(new Request(`https://app.example.com/api/meetings${path}`, { ...request, headers }))
  }
  const post = (path: string, as: Who | null = 'customer', bookingId = BOOKING_ID) =>
    send(path, {
      as,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ booking_id: bookingId }),
    })
  return { clock, store, video, meetings, send, post, at: (t: string) => clock.set(`2026-11-22T${t}Z`) }
}

function user(number: number, more: Partial<MeetingsUser>): MeetingsUser {
  return { id: `0c000000-0000-4000-8000-00000000000${number}`, ...more }
}
