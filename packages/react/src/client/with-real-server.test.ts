import { createMeetings } from '@meetings/server'
import { fakeVideo, fixedClock, memoryStore } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { createTestClock } from '../testing/test-clock.ts'
import { createMeetingsClient } from './create-meetings-client.ts'

const NOW = '2026-11-23T09:00:00.000Z'
const BOOKING = '00000000-0000-4000-8000-000000000001'
const EARLY = '00000000-0000-4000-8000-000000000002'
const OVER = '00000000-0000-4000-8000-000000000003'
const NOBODYS = '00000000-0000-4000-8000-000000000009'

const booking = {
  id: BOOKING,
  organizationId: null,
  meetingTypeId: null,
  meetingTypeName: 'Consultation',
  hostId: 'ben',
  hostName: 'Ben',
  customerId: 'ana',
  customerName: 'Ana',
  customerEmail: 'ana@example.com',
  startTime: '2026-11-23T09:05:00.000Z',
  endTime: '2026-11-23T09:35:00.000Z',
  status: 'confirmed' as const,
  metadata: { topic: 'Invoices' },
}

/** The client talks to the real handlers: the same code as in production, without a network between. */
function setUp(userId: string | null = 'ana') {
  const store = memoryStore({
    bookings: [
      booking,
      { ...booking, id: EARLY, startTime: '2026-11-23T12:00:00.000Z', endTime: '2026-11-23T13:00:00.000Z' },
      { ...booking, id: OVER, startTime: '2026-11-23T07:00:00.000Z', endTime: '2026-11-23T08:00:00.000Z' },
    ],
  })
  const meetings = createMeetings({
    store,
    video: fakeVideo(),
    authenticate: ({ request }) => {
      const id = request.headers.get('authorization')?.replace('Bearer ', '')
      return id ? { user: { id, name: id }, via: 'bearer' } : null
    },
    now: fixedClock(NOW).now,
  })
  const client = createMeetingsClient({
    clock: createTestClock(NOW),
    getAccessToken: () => userId,
    fetch: (input, init) => meetings.fetch(new Request(new URL(String(input), 'https://app.example'), init)),
  })
  return { client, store }
}

describe('the client and the real server', () => {
  it('list, launch, refresh and leave', async () => {
    const { client, store } = setUp()
    const page = await client.listBookings({ scope: 'upcoming' })
    expect(page).toMatchObject({ ok: true, value: { nextCursor: null, serverTime: NOW } })
    expect(page.ok && page.value.bookings[0]).toMatchObject({
      ...booking,
      viewerRole: 'customer',
      joinWindow: { opensAt: '2026-11-23T08:50:00.000Z', closesAt: booking.endTime },
    })

    const ticket = await client.launchVideo(BOOKING)
    expect(ticket).toMatchObject({
      ok: true,
      value: { roomName: `meeting_${BOOKING}`, bookingId: BOOKING, role: 'customer', serverTime: NOW },
    })
    expect(ticket.ok && ticket.value.token).toBeTruthy()
    expect(store.get(BOOKING)?.status).toBe('in_progress')

    const renewal = await client.refreshToken(BOOKING)
    expect(renewal.ok && renewal.value.token).toBeTruthy()

    const receipt = await client.leaveVideo(BOOKING)
    expect(receipt).toMatchObject({ ok: true, value: { bookingId: BOOKING } })
    expect(store.get(BOOKING)?.status).not.toBe('in_progress')
  })

  it.each([
    ['too early', EARLY, 'JOIN_TOO_EARLY', true],
    ['over', OVER, 'BOOKING_ENDED', false],
    ['unknown', NOBODYS, 'BOOKING_NOT_FOUND', false],
    ['no booking id at all', 'my-meeting', 'VALIDATION_FAILED', false],
  ])('agree on a launch that is %s', async (_why, id, code, retryable) => {
    const answer = await setUp().client.launchVideo(id)
    expect(answer).toMatchObject({ ok: false, problem: { code, retryable } })
    expect(!answer.ok && answer.problem.serverMessage).toBeTruthy()
    expect(!answer.ok && answer.problem.requestId).toBeTruthy()
  })

  it('agree on a stranger and on somebody who is signed out', async () => {
    const stranger = await setUp('mallory').client.launchVideo(BOOKING)
    expect(stranger).toMatchObject({ problem: { code: 'BOOKING_NOT_FOUND' } })
    expect(await setUp(null).client.listBookings({})).toMatchObject({ problem: { code: 'UNAUTHENTICATED' } })
  })
})
