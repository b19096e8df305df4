import { describe, expect, it } from 'vitest'
import { BOOKING, BOOKING_ID, MISSING_ID, USERS, type Who, world } from '../../test/world.ts'
import { fakeVideo } from '../testing/index.ts'

describe('launching a meeting', () => {
  it('gives the caller everything a browser needs to open the call', async () => {
    const { post, store } = world()
    const response = await post('/launch-video')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      token: 'fake-token-1',
      roomName: `meeting_${BOOKING_ID}`,
      participantName: 'Carl Customer',
      bookingId: BOOKING_ID,
      expiresAt: '2026-11-22T15:00:00.000Z',
      endsAt: '2026-11-22T15:00:00.000Z',
      serverTime: '2026-11-22T14:00:00.000Z',
      role: 'customer',
      participants: [
        { identity: USERS.host.id, name: 'Hana Host', role: 'host' },
        { identity: USERS.customer.id, name: 'Carl Customer', role: 'customer' },
      ],
    })
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
  })

  it('binds the token to the room of the booking and to an opaque identity', async () => {
    const { post, video } = world()
    await post('/launch-video', 'guest')
    expect(video.grants).toEqual([
      { identity: USERS.guest.id, roomName: `meeting_${BOOKING_ID}`, ttlSeconds: 3600 },
    ])
  })

  const tooEarly = [409, 'JOIN_TOO_EARLY'] as const
  const ended = [410, 'BOOKING_ENDED'] as const
  const unknown = [404, 'BOOKING_NOT_FOUND'] as const
  const opens = [200, null] as const
  it.each<[Who, string, readonly [number, string | null]]>([
    ['customer', '13:44:59.999', tooEarly],
    ['customer', '13:45:00.000', opens],
    ['customer', '14:59:59.999', opens],
    ['customer', '15:00:00.000', ended],
    ['host', '13:44:59.999', tooEarly],
    ['host', '13:45:00.000', opens],
    ['guest', '13:44:59.999', tooEarly],
    ['guest', '14:00:00.000', opens],
    ['admin', '00:00:00.000', opens],
    ['admin', '14:59:59.999', opens],
    ['admin', '15:00:00.000', ended],
    ['otherAdmin', '14:00:00.000', unknown],
    ['homeless', '14:00:00.000', unknown],
    ['stranger', '14:00:00.000', unknown],
    ['stranger', '10:00:00.000', unknown],
    ['stranger', '16:00:00.000', unknown],
    ['unverified', '14:00:00.000', unknown],
  ])('answers the %s at %s with %j', async (who, time, [status, code]) => {
    const { post } = world({ time })
    const response = await post('/launch-video', who)
    expect([response.status, response.headers.get('x-meetings-error')]).toEqual([status, code])
  })

  it('does not take an admin without an organisation for the admin of a booking without one', async () => {
    const { post } = world({ booking: { organizationId: null } })
    expect((await post('/launch-video', 'homeless')).status).toBe(404)
  })

  it('says when it opens to somebody who comes too early', async () => {
    const { post, store } = world({ time: '13:44:30.500' })
    const response = await post('/launch-video')
    expect(response.headers.get('retry-after')).toBe('30')
    expect(await response.json()).toEqual({
      error: 'Meeting can only be joined 15 minutes before start time',
      code: 'JOIN_TOO_EARLY',
      requestId: 'request-1',
      retryable: true,
      details: { opensAt: '2026-11-22T13:45:00.000Z', serverTime: '2026-11-22T13:44:30.500Z' },
      docs: 'https://unpkg.com/@meetings/server/dist/errors/JOIN_TOO_EARLY.md',
    })
    expect(store.get(BOOKING_ID)?.status).toBe('confirmed')
  })

  it('follows the configured window', async () => {
    const { post, at } = world({ joinWindow: { opensMinutesBefore: 5, closesMinutesAfter: 10 } })
    at('13:54:59.999')
    expect(await (await post('/launch-video')).json()).toMatchObject({
      error: 'Meeting can only be joined 5 minutes before start time',
    })
    at('13:55:00')
    expect((await post('/launch-video')).status).toBe(200)
    at('15:09:59.999')
    expect((await post('/launch-video')).status).toBe(200)
    at('15:10:00')
    expect((await post('/launch-video')).status).toBe(410)
  })

  it.each([
    ['cancelled', 410, 'BOOKING_CANCELLED'],
    ['completed', 410, 'BOOKING_ENDED'],
    ['confirmed', 200, null],
    ['in_progress', 200, null],
  ] as const)('answers a launch of a %s meeting with %i', async (status, expected, code) => {
    const { post, store } = world({ booking: { status } })
    const response = await post('/launch-video')
    expect([response.status, response.headers.get('x-meetings-error')]).toEqual([expected, code])
    expect(store.get(BOOKING_ID)?.status).toBe(expected === 200 ? 'in_progress' : status)
  })

  it('tells a stranger the same as for a booking that does not exist, byte for byte', async () => {
    const { post } = world()
    const answers = await Promise.all([
      post('/launch-video', 'stranger'),
      post('/launch-video', 'stranger', MISSING_ID),
      post('/launch-video', 'otherAdmin'),
      post('/refresh-token', 'stranger'),
      post('/leave-video', 'stranger', MISSING_ID),
    ])
    const seen = await Promise.all(
      answers.map(async (answer) =>
        JSON.stringify([answer.status, [...answer.headers], await answer.text()]),
      ),
    )
    expect(new Set(seen).size).toBe(1)
  })

  it('lets two people in who click at the same instant', async () => {
    const { post, store } = world()
    const [host, customer] = await Promise.all([
      post('/launch-video', 'host'),
      post('/launch-video', 'customer'),
    ])
    expect([host.status, customer.status]).toEqual([200, 200])
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
  })

  it('gives one person in two tabs the same room and identity', async () => {
    const { post, video } = world()
    await Promise.all([post('/launch-video'), post('/launch-video')])
    expect(video.grants[0]).toEqual(video.grants[1])
  })

  it('accepts the booking id in capitals and answers with the one that is stored', async () => {
    const booking = { id: '0b00abcd-0000-4000-8000-000000000001' }
    const { post, video } = world({ booking })
    expect((await post('/launch-video', 'host', booking.id.toUpperCase())).status).toBe(200)
    expect(video.grants[0]?.roomName).toBe(`meeting_${booking.id}`)
  })

  it.each([
    ['14:00:00.000', undefined, 3600],
    ['14:00:00.000', 600, 600],
    ['14:00:00.000', 86_400, 7200],
    ['14:30:00.500', 86_400, 5399],
    ['14:59:59.999', 3600, 3600],
  ])('at %s with %j configured, makes a token for %i seconds', async (time, ttlSeconds, expected) => {
    const { post, video } = world({ time, ...(ttlSeconds ? { token: { ttlSeconds } } : {}) })
    await post('/launch-video')
    expect(video.grants[0]?.ttlSeconds).toBe(expected)
  })

  it('hides an id that could be an e-mail address behind a digest, everywhere', async () => {
    const { meetings, video } = world({ booking: { hostId: 'hana@example.org' } })
    const user = { id: 'hana@example.org', name: 'Hana' }
    const ticket = await meetings.api.launchVideo({ bookingId: BOOKING_ID }, { user })
    expect(JSON.stringify([ticket, video.grants])).not.toContain('hana@example.org')
    expect(video.grants[0]?.identity).toMatch(/^[0-9a-f]{32}$/)
    expect(ticket.participants.find(({ role }) => role === 'host')?.identity).toBe(video.grants[0]?.identity)
  })

  it('names the people who came in without being known to the booking', async () => {
    const { post } = world()
    await post('/launch-video', 'guest')
    const { participants, participantName, role } = await (await post('/launch-video', 'admin')).json()
    expect({ participantName, role }).toEqual({ participantName: 'Ada', role: 'admin' })
    expect(participants).toContainEqual({ identity: USERS.guest.id, name: 'Lou Guest', role: 'guest' })
    expect(participants).toContainEqual({ identity: USERS.admin.id, name: 'Ada', role: 'admin' })
  })
})

describe('a launch whose token cannot be made', () => {
  const brokenVideo = () => ({
    ...fakeVideo(),
    issueToken: async () => {
      throw new Error('the key is SECRET')
    },
  })

  it.each(['13:50:00', '14:30:00'])('is answered with 502 and leaves nothing behind at %s', async (time) => {
    const { post, store } = world({ time, video: brokenVideo() })
    const response = await post('/launch-video')
    expect(response.status).toBe(502)
    expect(await response.text()).not.toContain('SECRET')
    expect(store.get(BOOKING_ID)).toEqual(BOOKING)
  })

  it('does not end the call of another tab', async () => {
    const video = fakeVideo()
    const { post, store } = world({ video })
    await post('/launch-video')
    video.issueToken = brokenVideo().issueToken
    expect((await post('/launch-video')).status).toBe(502)
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
    expect(await (await post('/leave-video')).json()).toEqual({ bookingId: BOOKING_ID, status: 'completed' })
  })
})

describe('a custom isAdmin', () => {
  it('decides who may join early, instead of role and organisation', async () => {
    const { post } = world({
      time: '09:00:00',
      isAdmin: (user, booking) => user.id === USERS.stranger.id && booking.hostName === 'Hana Host',
    })
    expect((await post('/launch-video', 'stranger')).status).toBe(200)
    expect((await post('/launch-video', 'admin')).status).toBe(404)
    expect((await post('/launch-video', 'customer')).status).toBe(409)
    expect((await post('/leave-video', 'stranger')).status).toBe(200)
  })

  it('exempts a participant from the window too', async () => {
    const { post } = world({ time: '09:00:00', isAdmin: async (user) => user.id === USERS.host.id })
    const response = await post('/launch-video', 'host')
    expect(await response.json()).toMatchObject({ role: 'host' })
  })

  it('is not asked about bookings that do not exist', async () => {
    const { post } = world({ isAdmin: () => true })
    expect((await post('/launch-video', 'stranger', MISSING_ID)).status).toBe(404)
  })
})
