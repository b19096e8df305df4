import { createMeetings, type MeetingsUser } from '@meetings/server'
import { fakeVideo, fixedClock, memorySchedule, memoryStore } from '@meetings/server/testing'
import type { History } from './histories.ts'
import type { Facts, Policy } from './oracle.ts'
import { ORGANIZATION, type Person, type Roles } from './people.ts'

export const BOOKING_ID = 'b0000000-0000-4000-8000-000000000001'
export const MISSING_ID = 'b0000000-0000-4000-8000-00000000ffff'
/** What the meeting is of, and what anybody may book. */
export const TYPE_ID = 'd0000000-0000-4000-8000-000000000001'
/** Until so long before the start, people may change what they booked. */
export const CUTOFF_MINUTES = 120
const ONE = 'c0000000-0000-4000-8000-000000000011'
const TWO: MeetingsUser = {
  id: 'c0000000-0000-4000-8000-000000000012',
  email: 'two@example.org',
  emailVerified: true,
}
/** Histories happen this long before the start: a minute per step. */
const BEFORE_MS = 4 * 60 * 60_000
const MINUTE = 60_000

/** A meeting's time, in milliseconds. */
export interface Slot {
  start: number
  end: number
}

/** A server whose meeting has this history, with the clock still before everything that is asked. */
export async function stage(person: Person, history: History, policy: Policy, slot: Slot) {
  const clock = fixedClock(iso(slot.start - BEFORE_MS))
  const { guestEmail = 'nobody@example.org', ...roles }: Partial<Roles> = person.booking
  const store = memoryStore({
    bookings: [
      {
        id: BOOKING_ID,
        organizationId: ORGANIZATION,
        meetingTypeId: TYPE_ID,
        meetingTypeName: 'Consultation',
        hostId: ONE,
        hostName: 'Hana Host',
        customerId: 'c0000000-0000-4000-8000-000000000013',
        customerName: 'Carl Customer',
        customerEmail: 'carl@example.org',
        startTime: iso(slot.start),
        endTime: iso(slot.end),
        status: 'confirmed',
        metadata: {
          guests: [{ email: guestEmail }, { email: TWO.email }],
          cutoffMinutes: CUTOFF_MINUTES,
        },
        ...roles,
      },
    ],
  })
  const video = fakeVideo({ now: clock.now })
  const schedule = offer(store, roles.hostId ?? ONE)
  const common = {
    store,
    schedule,
    video,
    now: clock.now,
    rateLimit: false as const,
    requestId: () => 'request-1',
    authenticate: () => (person.user === null ? null : { user: person.user, via: 'bearer' as const }),
  }

  // The past happens through the same door, at a time when everything was open.
  const past = createMeetings({ ...common, joinWindow: { opensMinutesBefore: 7 * 24 * 60 } })
  for (const [who, does] of history.steps) {
    const user = {
      asker: person.user,
      one: { id: ONE, role: 'admin', organizationId: ORGANIZATION },
      two: TWO,
    }[who]
    if (user === null) throw new Error(`${person.name} cannot have been in.`)
    const call = { bookingId: BOOKING_ID }
    if (does === 'enters') await past.api.launchVideo(call, { user })
    if (does === 'leaves') await past.api.leaveVideo(call, { user })
    if (does === 'ends') await past.api.endVideo(call, { user })
    if (does === 'is cut off') {
      const told = { roomId: 'RM1', connectionId: `PA-${user.id}`, identity: user.id, at: clock.now() }
      await store.settle({ type: 'disconnected', bookingId: BOOKING_ID, ...told })
    }
    clock.advance(MINUTE)
  }
  const stored = store.get(BOOKING_ID)
  if (history.set && stored) store.put({ ...stored, status: history.set })

  const meetings = createMeetings({
    ...common,
    joinWindow: {
      opensMinutesBefore: policy.opensMinutesBefore,
      closesMinutesAfter: policy.closesMinutesAfter,
    },
    token: { ttlSeconds: policy.ttlSeconds },
  })
  const send = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
    meetings.fetch(
      new Request(`https://app.example.com/api/meetings${path}`, {
        method,
        ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    )
  const post = (path: string, bookingId = BOOKING_ID) => send('POST', path, { booking_id: bookingId })
  return {
    meetings,
    video,
    send,
    post,
    facts: { ...history.facts, ...slot } satisfies Facts,
    get: (path: string) => send('GET', path),
    statusNow: () => store.get(BOOKING_ID)?.status,
    setTime: (ms: number) => clock.set(iso(ms)),
  }
}

/** An hour with this host, at any hour of any day. */
function offer(store: ReturnType<typeof memoryStore>, hostId: string) {
  return memorySchedule({
    store,
    meetingTypes: [
      {
        id: TYPE_ID,
        organizationId: null,
        name: 'Consultation',
        description: null,
        hostMode: 'any',
        hosts: [{ id: hostId, name: 'Hana Host' }],
        questions: [],
        rules: {
          durationMinutes: 60,
          stepMinutes: 60,
          bufferBeforeMinutes: 0,
          bufferAfterMinutes: 0,
          minimumNoticeMinutes: 0,
          furthestDays: 60,
          dailyMaximum: null,
        },
        cancellationCutoffMinutes: CUTOFF_MINUTES,
      },
    ],
    schedules: {
      [hostId]: {
        timeZone: 'UTC',
        weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
        overrides: [],
        timeOff: [],
      },
    },
  })
}

export type Stage = Awaited<ReturnType<typeof stage>>

/** Whether this person can have lived through this history: only members ever come in. */
export function isPossible(person: Person, history: History): boolean {
  return person.part !== null || !history.facts.askerCame
}

export function iso(ms: number): string {
  return new Date(ms).toISOString()
}
