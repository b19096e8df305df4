import { type BookingRecord, createMeetings, type MeetingsOptions, type MeetingsUser } from '../src/index.ts'
import {
  type FakeVideo,
  fakeVideo,
  fixedClock,
  type MemoryMeetingType,
  memorySchedule,
  memoryStore,
} from '../src/testing/index.ts'

const ORGANIZATION = '0a000000-0000-4000-8000-000000000001'
const OTHER_ORGANIZATION = '0a000000-0000-4000-8000-000000000002'
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
  otherAdmin: user(7, { role: 'admin', organizationId: OTHER_ORGANIZATION }),
  homeless: user(8, { role: 'admin', organizationId: null }),
} satisfies Record<string, MeetingsUser>

export type Who = keyof typeof USERS

/** A meeting from 14:00 to 15:00 UTC on 22 November 2026. */
export const BOOKING: BookingRecord = {
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

export const TYPE_ID = '0d000000-0000-4000-8000-000000000001'
export const FOREIGN_TYPE_ID = '0d000000-0000-4000-8000-000000000002'

/** Half an hour with Hana, for anybody; weekdays from 9 to 17 in Berlin (8 to 16 UTC in winter). */
export const MEETING_TYPE: MemoryMeetingType = {
  id: TYPE_ID,
  organizationId: null,
  name: 'Consultation',
  description: 'Half an hour of advice.',
  hostMode: 'any',
  hosts: [{ id: USERS.host.id, name: 'Hana Host' }],
  questions: [],
  rules: {
    durationMinutes: 30,
    stepMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 60,
    furthestDays: 60,
    dailyMaximum: null,
  },
  cancellationCutoffMinutes: 120,
}

const SCHEDULE = {
  timeZone: 'Europe/Berlin',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  overrides: [],
  timeOff: [],
}

/** The whole server on a memory store, a fake video service and a clock that stands at `time`. */
export function world(
  options: {
    time?: string
    booking?: Partial<typeof BOOKING>
    /** Of the meeting type that can be booked. */
    meetingType?: Partial<MemoryMeetingType>
    /** False: nothing can be booked. */
    bookable?: boolean
    video?: FakeVideo
  } & Partial<MeetingsOptions<MeetingsUser, string>> = {},
) {
  const { time = '14:00:00', booking, meetingType, bookable = true, ...rest } = options
  const clock = fixedClock(`2026-11-22T${time}Z`)
  const store = memoryStore({ bookings: [{ ...BOOKING, ...booking }] })
  const schedule = memorySchedule({
    store,
    meetingTypes: [
      { ...MEETING_TYPE, ...meetingType },
      { ...MEETING_TYPE, id: FOREIGN_TYPE_ID, organizationId: OTHER_ORGANIZATION },
    ],
    schedules: { [USERS.host.id]: SCHEDULE },
  })
  const video = options.video ?? fakeVideo({ now: clock.now })
  const meetings = createMeetings<MeetingsUser, string>({
    store,
    ...(bookable && { schedule }),
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
  const json =
    (method: 'POST' | 'PUT') =>
    (path: string, body: unknown, as: Who | null = 'customer', headers = {}) =>
      send(path, {
        as,
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
  return {
    clock,
    store,
    schedule,
    video,
    meetings,
    send,
    post,
    postJson: json('POST'),
    putJson: json('PUT'),
    at: (t: string) => clock.set(`2026-11-22T${t}Z`),
  }
}

function user(number: number, more: Partial<MeetingsUser>): MeetingsUser {
  return { id: `0c000000-0000-4000-8000-00000000000${number}`, ...more }
}
