import { describe, expect, it } from 'vitest'
import { createMeetingClock } from '../clock/create-meeting-clock.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { createMeetingsClient, type MeetingsClientOptions } from './create-meetings-client.ts'
import { REQUEST_TIMEOUT_MS } from './send-request.ts'

const BOOKING = '00000000-0000-4000-8000-000000000001'
const SECRET = 'eyJ-secret'
const TICKET = {
  token: 'twilio-secret',
  roomName: `meeting_${BOOKING}`,
  participantName: 'Ana',
  bookingId: BOOKING,
  expiresAt: '2026-11-23T10:00:00.000Z',
  endsAt: '2026-11-23T09:30:00.000Z',
  serverTime: '2026-11-23T09:00:00.000Z',
  role: 'customer',
  participants: [{ identity: 'ben', name: 'Ben', role: 'host' }],
}

type Reply = { status?: number; body: unknown } | 'unreachable' | 'hangs'

/** A client whose server answers what a test says, in order; the last reply stays. */
function setUp(replies: Reply[], options: Partial<MeetingsClientOptions> = {}) {
  const clock = createTestClock('2026-11-23T09:00:00.000Z')
  const sent: { url: string; init: RequestInit }[] = []
  const client = createMeetingsClient({
    clock,
    getAccessToken: async () => SECRET,
    async fetch(input, init = {}) {
      sent.push({ url: String(input), init })
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      if (reply === undefined || reply === 'unreachable') throw new TypeError('Failed to fetch')
      if (reply === 'hangs') return new Promise((_, reject) => listen(init.signal, reject))
      const { status = 200, body } = reply
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
    },
    ...options,
  })
  return { client, clock, sent }
}

function listen(signal: AbortSignal | null | undefined, reject: (reason: unknown) => void): void {
  signal?.addEventListener('abort', () => reject(signal.reason))
}

async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('a request', () => {
  it('goes to the route’s address as JSON, with the access token and without cookies for strangers', async () => {
    const { client, sent } = setUp([{ body: TICKET }])
    expect(await client.launchVideo(BOOKING)).toEqual({ ok: true, value: TICKET })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.url).toBe('/api/meetings/launch-video')
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
      body: JSON.stringify({ booking_id: BOOKING }),
    })
  })

  it('asks for the access token each time, and sends none when there is none', async () => {
    const tokens = ['first', null]
    const { client, sent } = setUp([{ body: TICKET }], { getAccessToken: () => tokens.shift() ?? null })
    await client.launchVideo(BOOKING)
    await client.launchVideo(BOOKING)
    const headers = sent.map(({ init }) => new Headers(init.headers).get('authorization'))
    expect(headers).toEqual(['Bearer first', null])
  })

  it('puts only what was asked for into the query', async () => {
    const page = { bookings: [], nextCursor: null, serverTime: TICKET.serverTime }
    const { client, sent } = setUp([{ body: page }], { baseUrl: 'https://api.example.com/meetings/' })
    await client.listBookings({})
    await client.listBookings({ scope: 'past', limit: 5, cursor: 'a b' })
    expect(sent.map(({ url }) => url)).toEqual([
      'https://api.example.com/meetings/bookings',
      'https://api.example.com/meetings/bookings?scope=past&limit=5&cursor=a+b',
    ])
  })

  it('corrects the clock by the server’s time', async () => {
    const base = createTestClock('2026-11-23T09:00:00.000Z')
    const clock = createMeetingClock(base)
    const { client } = setUp([{ body: { ...TICKET, serverTime: '2026-11-23T09:04:00.000Z' } }], { clock })
    await client.launchVideo(BOOKING)
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-23T09:04:00.000Z')
  })
})

describe('a failure', () => {
  it('of ours keeps its code, its sentence and its request id', async () => {
    const error = 'Meeting can only be joined 15 minutes before start time'
    const body = { error, code: 'JOIN_TOO_EARLY', requestId: 'r-1', retryable: true }
    const { client } = setUp([{ status: 409, body }])
    expect(await client.launchVideo(BOOKING)).toEqual({
      ok: false,
      problem: { code: 'JOIN_TOO_EARLY', retryable: true, serverMessage: error, requestId: 'r-1' },
    })
  })

  it.each([
    ['a proxy’s page', { status: 502, body: '<html>Bad gateway</html>' }, true],
    ['a wrong address', { status: 404, body: 'Not found' }, false],
    ['somebody else’s error', { status: 400, body: { error: 'no', code: 'toString' } }, false],
    ['a success that is no JSON', { body: '<html></html>' }, false],
    ['a ticket without a token', { body: { ...TICKET, token: undefined } }, false],
    ['a ticket whose times are none', { body: { ...TICKET, expiresAt: 'soon' } }, false],
    ['people who are no list', { body: { ...TICKET, participants: 'Ben' } }, false],
    ['nothing', { body: null }, false],
  ])('is an unexpected answer: %s', async (_name, reply, retryable) => {
    const { client } = setUp([reply])
    const answer = await client.launchVideo(BOOKING)
    expect(answer).toEqual({ ok: false, problem: { code: 'UNEXPECTED_ANSWER', retryable } })
  })

  it('of the network is retried once for a launch, and not at all for the rest', async () => {
    const once = setUp(['unreachable', { body: TICKET }])
    const launched = once.client.launchVideo(BOOKING)
    await settled()
    once.clock.advance(300)
    expect(await launched).toMatchObject({ ok: true })

    const twice = setUp(['unreachable'])
    const failed = twice.client.launchVideo(BOOKING)
    await settled()
    twice.clock.advance(300)
    expect(await failed).toEqual({ ok: false, problem: { code: 'NETWORK_UNREACHABLE', retryable: true } })
    expect(twice.sent).toHaveLength(2)
    await twice.client.refreshToken(BOOKING)
    expect(twice.sent).toHaveLength(3)
  })

  it('is a time-out after 15 seconds, and that is not retried', async () => {
    const { client, clock, sent } = setUp(['hangs'])
    const answer = client.launchVideo(BOOKING)
    await settled()
    clock.advance(REQUEST_TIMEOUT_MS)
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'NETWORK_UNREACHABLE' } })
    expect([sent.length, clock.waiting]).toEqual([1, 0])
  })

  it('is "superseded" for a request that was taken back, before or after it was sent', async () => {
    const { client, sent } = setUp(['hangs'])
    const taken = new AbortController()
    const answer = client.launchVideo(BOOKING, { signal: taken.signal })
    await settled()
    taken.abort()
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'SUPERSEDED' } })
    expect(await client.refreshToken(BOOKING, { signal: taken.signal })).toMatchObject({ ok: false })
    expect(sent).toHaveLength(1)
  })

  it('of the host’s sign-in is "unauthenticated", and its words go nowhere', async () => {
    const { client } = setUp([{ body: TICKET }], {
      getAccessToken: () => Promise.reject(new Error(`refresh failed for ${SECRET}`)),
    })
    const answer = await client.launchVideo(BOOKING)
    expect(answer).toEqual({ ok: false, problem: { code: 'UNAUTHENTICATED', retryable: false } })
  })

  it('never repeats a token', async () => {
    const replies: Reply[] = [
      { status: 500, body: { error: 'Something went wrong', code: 'INTERNAL', token: TICKET.token } },
      { status: 200, body: { token: TICKET.token } },
      'unreachable',
    ]
    for (const reply of replies) {
      const { client } = setUp([reply])
      const answer = JSON.stringify(await client.refreshToken(BOOKING))
      expect(answer).not.toContain(SECRET)
      expect(answer).not.toContain(TICKET.token)
    }
  })
})

describe('a leave of a closing page', () => {
  it('is sent at once, kept alive, with the access token of the last request', async () => {
    const { client, sent } = setUp([{ body: TICKET }])
    await client.launchVideo(BOOKING)
    void client.leaveVideo(BOOKING, { keepAlive: true })
    expect(sent).toHaveLength(2)
    expect(sent[1]).toMatchObject({
      url: '/api/meetings/leave-video',
      init: { method: 'POST', keepalive: true, headers: { authorization: `Bearer ${SECRET}` } },
    })
  })
})
