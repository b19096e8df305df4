import {
  type BookingRecord,
  createMeetings,
  type MeetingsHandler,
  type MeetingsOptions,
} from '@meetings/server'
import {
  type FakeVideo,
  fakeVideo,
  fixedClock,
  type MemoryStore,
  memorySchedule,
  memoryStore,
} from '@meetings/server/testing'
import { TYPE_ID } from './right-bodies.ts'

const ORGANIZATION = 'a0000000-0000-4000-8000-000000000001'
const START = '2026-11-22T14:00:00Z'
/** Meetings that live through the shooting, one per role and status. */
const STATUSES = ['confirmed', 'confirmed', 'in_progress', 'completed', 'cancelled'] as const

/** A server under fire. */
export interface Target {
  base: string
  people: readonly string[]
  bookingIds: readonly string[]
  cursors: readonly string[]
  /** Every way in: all routes, and each on its own. */
  doors: readonly MeetingsHandler[]
  /** Begins again with fresh bookings, so that what grows is the server's own. */
  refill(): void
}

const USERS = {
  host: { id: 'host', name: 'Hana' },
  customer: { id: 'customer', email: 'carl@example.org', emailVerified: true },
  stranger: { id: 'stranger' },
  admin: { id: 'admin', role: 'admin', organizationId: ORGANIZATION },
} as const

/** What a crowd asks for soon often enough to be limited. */
const LIMITED = [
  'launchVideo',
  'listBookings',
  'createBooking',
  'listAvailability',
  'admitParticipant',
  'lockMeeting',
]

/** Each a way that people set the server up. */
const SETUPS: readonly Partial<MeetingsOptions>[] = [
  {},
  {
    publicUrl: 'https://app.example.com/prefix',
    cors: { origins: ['https://app.example.com'], credentials: true },
  },
  {
    ...{ isAdmin: (user) => user.role === 'admin', cors: { origins: ['*'] }, rooms: {} },
    waitingRoom: 'everyone',
  },
  // What the real limits do to a crowd; counted by address, too.
  {
    rateLimit: {
      perMinute: Object.fromEntries(LIMITED.map((route) => [route, 3])),
      addressOf: (request) => request.headers.get('x-forwarded-for'),
    },
  },
]

export function createTargets(): Target[] {
  return SETUPS.map((setup, index) => createTarget(setup, index === 1 ? 'cookie' : 'bearer'))
}

function createTarget(setup: Partial<MeetingsOptions>, via: 'bearer' | 'cookie'): Target {
  const clock = fixedClock(START)
  const bookingIds = STATUSES.map((_, index) => `b0000000-0000-4000-8000-00000000000${index}`)
  const bookings = STATUSES.map((status, index) => bookingOf(bookingIds[index] ?? '', status))
  let store = memoryStore({ bookings })
  let schedule = offer(store)
  let video: FakeVideo = fakeVideo({ now: clock.now })
  const meetings = createMeetings({
    store: {
      enter: (...call) => store.enter(...call),
      leave: (...call) => store.leave(...call),
      end: (...call) => store.end(...call),
      settle: (...call) => store.settle(...call),
      find: (...call) => store.find(...call),
      list: (...call) => store.list(...call),
      moderate: (...call) => store.moderate(...call),
    },
    schedule: {
      listMeetingTypes: (...call) => schedule.listMeetingTypes(...call),
      findOpenings: (...call) => schedule.findOpenings(...call),
      hold: (...call) => schedule.hold(...call),
      releaseHold: (...call) => schedule.releaseHold(...call),
      book: (...call) => schedule.book(...call),
      cancel: (...call) => schedule.cancel(...call),
      reschedule: (...call) => schedule.reschedule(...call),
      findSchedule: (...call) => schedule.findSchedule(...call),
      saveSchedule: (...call) => schedule.saveSchedule(...call),
    },
    video: {
      issueToken: (grant) => video.issueToken(grant),
      endRoom: (roomName) => video.endRoom(roomName),
      removeParticipant: (participant) => video.removeParticipant(participant),
      createRoom: (plan) => video.createRoom(plan),
      readNews: (request) => video.readNews(request),
    },
    authenticate: ({ request }) => {
      const name = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
      return Object.hasOwn(USERS, name) ? { user: USERS[name as keyof typeof USERS], via } : null
    },
    rateLimit: false,
    now: clock.now,
    timeouts: { bodyMs: 40 },
    logger: { error: () => {}, warn: () => {} },
    ...setup,
  })
  return {
    base: `https://app.example.com${meetings.basePath}`,
    people: Object.keys(USERS),
    bookingIds: [...bookingIds, 'b0000000-0000-4000-8000-00000000ffff'],
    cursors: [
      btoa(JSON.stringify([START, bookingIds[0]])).replaceAll('=', ''),
      'canary-7c1f',
      '',
      '!',
      'bnVsbA',
    ],
    doors: [...Array.from({ length: 40 }, () => meetings.fetch), ...Object.values(meetings.handlers)],
    refill() {
      store = memoryStore({ bookings })
      schedule = offer(store)
      video = fakeVideo({ now: clock.now })
    },
  }
}

function bookingOf(id: string, status: BookingRecord['status']): BookingRecord {
  return {
    id,
    organizationId: ORGANIZATION,
    meetingTypeId: TYPE_ID,
    meetingTypeName: 'Consultation',
    hostId: 'host',
    hostName: 'Hana Host',
    customerId: null,
    customerName: 'Carl Customer',
    customerEmail: 'carl@example.org',
    startTime: START,
    endTime: '2026-11-22T15:00:00Z',
    status,
    metadata: {},
  }
}

/** Half an hour with the host, for anybody, on every day. */
function offer(store: MemoryStore) {
  return memorySchedule({
    store,
    meetingTypes: [
      {
        id: TYPE_ID,
        organizationId: null,
        name: 'Consultation',
        description: null,
        hostMode: 'any',
        hosts: [{ id: 'host', name: 'Hana Host' }],
        questions: [],
        rules: {
          durationMinutes: 30,
          stepMinutes: 30,
          bufferBeforeMinutes: 0,
          bufferAfterMinutes: 5,
          minimumNoticeMinutes: 60,
          furthestDays: 60,
          dailyMaximum: null,
        },
        cancellationCutoffMinutes: 0,
      },
    ],
    schedules: {
      host: {
        timeZone: 'Europe/Berlin',
        weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
        overrides: [],
        timeOff: [],
      },
    },
  })
}
