import { createMeetings } from '@meetings/server'
import { fakeVideo, fixedClock, memoryStore } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { createTestClock } from '../testing/test-clock.ts'
import { createMeetingsClient } from './create-meetings-client.ts'
import { createModerationClient } from './create-moderation-client.ts'

const NOW = '2026-11-23T09:00:00.000Z'
const BOOKING = '00000000-0000-4000-8000-000000000001'
/** Ids that are UUIDs are their own identities. */
const HOST = '00000000-0000-4000-8000-00000000000a'
const GUEST = '00000000-0000-4000-8000-00000000000b'
const NOBODY = '00000000-0000-4000-8000-0000000000ff'

/** The clients of a host and of a guest, on the real handlers. */
function setUp() {
  const meetings = createMeetings({
    store: memoryStore({
      bookings: [
        {
          id: BOOKING,
          organizationId: null,
          meetingTypeId: null,
          meetingTypeName: 'Consultation',
          hostId: HOST,
          hostName: 'Hana',
          customerId: null,
          customerName: 'Carl',
          customerEmail: null,
          startTime: '2026-11-23T09:05:00.000Z',
          endTime: '2026-11-23T09:35:00.000Z',
          status: 'confirmed',
          metadata: { guests: [{ email: 'lou@example.org', name: 'Lou' }] },
        },
      ],
    }),
    video: fakeVideo(),
    waitingRoom: 'guests',
    authenticate: ({ request }) => {
      const id = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
      return {
        user: { id, email: id === GUEST ? 'lou@example.org' : '', emailVerified: true },
        via: 'bearer',
      }
    },
    now: fixedClock(NOW).now,
  })
  const clientOf = (id: string) => {
    const client = createMeetingsClient({
      clock: createTestClock(NOW),
      getAccessToken: () => id,
      fetch: (input, init) =>
        meetings.fetch(new Request(new URL(String(input), 'https://app.example'), init)),
    })
    return { ...client, ...createModerationClient(client.send) }
  }
  return { host: clientOf(HOST), guest: clientOf(GUEST) }
}

describe('the verbs of hosts and the real server', () => {
  it('show who waits, and let them in', async () => {
    const { host, guest } = setUp()
    expect(await guest.launchVideo(BOOKING)).toMatchObject({
      ok: false,
      problem: { code: 'WAITING_FOR_ADMISSION', retryable: true, details: { retryAfterSeconds: 5 } },
    })
    expect(await host.readModeration(BOOKING)).toEqual({
      ok: true,
      value: {
        bookingId: BOOKING,
        isLocked: false,
        waiting: [{ identity: GUEST, name: 'Lou', role: 'guest', since: NOW }],
        removed: [],
        serverTime: NOW,
      },
    })
    expect(await host.admitParticipant(BOOKING, GUEST)).toMatchObject({ ok: true, value: { waiting: [] } })
    expect(await guest.launchVideo(BOOKING)).toMatchObject({ ok: true })
  })

  it('remove somebody, let them back in, lock and unlock', async () => {
    const { host, guest } = setUp()
    await guest.launchVideo(BOOKING)
    expect(await host.removeParticipant(BOOKING, GUEST)).toMatchObject({
      value: { removed: [{ identity: GUEST, name: 'Lou' }] },
    })
    expect(await guest.launchVideo(BOOKING)).toMatchObject({
      problem: { code: 'REMOVED_FROM_MEETING', retryable: false },
    })
    expect(await host.readmitParticipant(BOOKING, GUEST)).toMatchObject({ value: { removed: [] } })
    expect(await host.lockMeeting(BOOKING, true)).toMatchObject({ value: { isLocked: true } })
    expect(await guest.launchVideo(BOOKING)).toMatchObject({
      problem: { code: 'MEETING_LOCKED', retryable: true },
    })
    expect(await host.lockMeeting(BOOKING, false)).toMatchObject({ value: { isLocked: false } })
  })

  it('end the meeting for everybody', async () => {
    const { host, guest } = setUp()
    await host.launchVideo(BOOKING)
    expect(await host.endVideo(BOOKING)).toEqual({
      ok: true,
      value: { bookingId: BOOKING, status: 'completed' },
    })
    expect(await guest.launchVideo(BOOKING)).toMatchObject({ problem: { code: 'BOOKING_ENDED' } })
  })

  it('say what is wrong to others, and about somebody nobody knows', async () => {
    const { host, guest } = setUp()
    expect(await guest.removeParticipant(BOOKING, HOST)).toMatchObject({
      problem: { code: 'ACTION_FORBIDDEN' },
    })
    expect(await host.removeParticipant(BOOKING, NOBODY)).toMatchObject({
      problem: { code: 'PARTICIPANT_NOT_FOUND' },
    })
    const taken = AbortSignal.abort()
    expect(await host.readModeration(BOOKING, { signal: taken })).toMatchObject({
      problem: { code: 'SUPERSEDED' },
    })
  })
})
