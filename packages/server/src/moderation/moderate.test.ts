import { roomNameOf } from '@meetings/contract'
import { describe, expect, it } from 'vitest'
import { BOOKING, BOOKING_ID, MISSING_ID, USERS, type Who, world } from '../../test/world.ts'
import type { MeetingsEvent } from '../meetings-events.ts'
import { fakeVideo, memoryStore } from '../testing/index.ts'

const GUEST = USERS.guest.id
const HERE = 'https://app.example.com/api/meetings/twilio/status-callback'

/** A meeting with host and guest in it, and what a host can do there. */
async function meeting(options: Parameters<typeof world>[0] = {}) {
  const told: MeetingsEvent[] = []
  const there = world({ onEvent: (event) => void told.push(event), ...options })
  await there.post('/launch-video', 'host')
  await there.post('/launch-video', 'guest')
  told.length = 0
  const about = (path: string, as: Who | null = 'host', identity = GUEST, bookingId = BOOKING_ID) =>
    there.postJson(path, { booking_id: bookingId, identity }, as)
  return {
    ...there,
    told,
    remove: (as?: Who | null, identity?: string) => about('/remove-participant', as, identity),
    readmit: (as?: Who) => about('/readmit-participant', as),
    admit: (as?: Who, identity?: string) => about('/admit-participant', as, identity),
    lock: (locked: unknown, as: Who = 'host') =>
      there.postJson('/lock-meeting', { booking_id: BOOKING_ID, locked }, as),
    read: (as: Who = 'host') => there.send(`/moderation?booking_id=${BOOKING_ID}`, { as }),
    about,
  }
}

const codeOf = async (response: Response) => [response.status, (await response.json()).code]

describe('removing somebody', () => {
  it.each(['host', 'admin'] as const)('sends them out of the room, for the %s', async (who) => {
    const { remove, video } = await meeting()
    const response = await remove(who)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      bookingId: BOOKING_ID,
      isLocked: false,
      waiting: [],
      removed: [{ identity: GUEST, name: 'Lou Guest', role: 'guest' }],
      serverTime: '2026-11-22T14:00:00.000Z',
    })
    expect(video.removed).toEqual([{ roomName: roomNameOf(BOOKING_ID), identity: GUEST }])
  })

  it('gives them no token any more, neither by launching nor by refreshing', async () => {
    const { remove, post, video } = await meeting()
    await remove()
    const tokens = video.grants.length
    expect(await codeOf(await post('/launch-video', 'guest'))).toEqual([403, 'REMOVED_FROM_MEETING'])
    expect(await codeOf(await post('/refresh-token', 'guest'))).toEqual([403, 'REMOVED_FROM_MEETING'])
    expect(video.grants).toHaveLength(tokens)
    expect((await post('/launch-video', 'customer')).status).toBe(200)
  })

  it('is told once, with the visit that it ended', async () => {
    const { remove, told } = await meeting()
    await Promise.all([remove(), remove('admin')])
    const common = { bookingId: BOOKING_ID, at: new Date('2026-11-22T14:00:00Z'), requestId: 'request-1' }
    expect(told).toEqual([
      { ...common, type: 'participant.removed', userId: USERS.host.id, participantId: GUEST },
      { ...common, type: 'meeting.left', userId: GUEST, source: 'host' },
    ])
  })

  it.each([
    ['customer', 403, 'ACTION_FORBIDDEN'],
    ['guest', 403, 'ACTION_FORBIDDEN'],
    ['stranger', 404, 'BOOKING_NOT_FOUND'],
    ['otherAdmin', 404, 'BOOKING_NOT_FOUND'],
    [null, 401, 'UNAUTHENTICATED'],
  ] as const)('is not for a %s', async (who, status, code) => {
    const { remove, video, post } = await meeting()
    expect(await codeOf(await remove(who))).toEqual([status, code])
    expect(video.removed).toEqual([])
    expect((await post('/refresh-token', 'guest')).status).toBe(200)
  })

  it('does not reach hosts, admins, or somebody nobody knows', async () => {
    const { remove, post, video, about } = await meeting()
    await post('/launch-video', 'admin')
    expect(await codeOf(await remove('host', USERS.host.id))).toEqual([403, 'ACTION_FORBIDDEN'])
    expect(await (await remove('admin', USERS.host.id)).json()).toMatchObject({
      error: 'Hosts and admins cannot be removed.',
    })
    expect(await codeOf(await remove('host', USERS.admin.id))).toEqual([403, 'ACTION_FORBIDDEN'])
    expect(await codeOf(await remove('host', USERS.stranger.id))).toEqual([404, 'PARTICIPANT_NOT_FOUND'])
    expect(await codeOf(await about('/remove-participant', 'host', GUEST, MISSING_ID))).toEqual([
      404,
      'BOOKING_NOT_FOUND',
    ])
    expect(video.removed).toEqual([])
  })

  it.each([
    ['no identity', { booking_id: BOOKING_ID }, 'identity'],
    ['an empty one', { booking_id: BOOKING_ID, identity: '' }, 'identity'],
    ['one with a NUL', { booking_id: BOOKING_ID, identity: 'a\0b' }, 'identity'],
    ['one without end', { booking_id: BOOKING_ID, identity: 'a'.repeat(129) }, 'identity'],
    ['no booking', { identity: GUEST }, 'booking_id'],
    ['more than it should', { booking_id: BOOKING_ID, identity: GUEST, user_id: GUEST }, ''],
  ])('with %s says what is wrong', async (_, body, path) => {
    const { postJson, video } = await meeting()
    const response = await postJson('/remove-participant', body, 'host')
    expect(response.status).toBe(422)
    expect((await response.json()).details.fields).toMatchObject([{ path }])
    expect(video.removed).toEqual([])
  })

  it('is kept when the room service does not answer, and can be repeated', async () => {
    const video = fakeVideo()
    let isDown = true
    const there = await meeting({
      video: {
        ...video,
        removeParticipant: async (participant) => {
          if (isDown) throw new Error('no answer')
          await video.removeParticipant(participant)
        },
      },
    })
    expect(await codeOf(await there.remove())).toEqual([502, 'VIDEO_UNAVAILABLE'])
    expect(await codeOf(await there.post('/launch-video', 'guest'))).toEqual([403, 'REMOVED_FROM_MEETING'])
    expect(there.told.map(({ type }) => type)).toContain('participant.removed')
    isDown = false
    expect((await there.remove()).status).toBe(200)
    expect(video.removed).toHaveLength(1)
  })

  it('happens again when the room tells that they are back with a token from before', async () => {
    const { remove, readmit, meetings, video, told } = await meeting({ publicUrl: 'https://app.example.com' })
    const back = (connectionId: string) =>
      meetings.fetch(
        video.newsRequest(HERE, {
          type: 'connected',
          bookingId: BOOKING_ID,
          roomId: 'RM1',
          connectionId,
          identity: GUEST,
          at: new Date('2026-11-22T14:00:00Z'),
        }),
      )
    await remove()
    told.length = 0
    expect((await back('PA2')).status).toBe(204)
    expect(video.removed).toHaveLength(2)
    expect(told).toEqual([])
    await readmit()
    await back('PA3')
    expect(video.removed).toHaveLength(2)
  })

  it('is taken back by letting them in again', async () => {
    const { remove, readmit, post, told } = await meeting()
    await remove()
    expect((await (await readmit('admin')).json()).removed).toEqual([])
    await readmit()
    expect(told.filter(({ type }) => type === 'participant.readmitted')).toHaveLength(1)
    expect((await post('/launch-video', 'guest')).status).toBe(200)
  })
})

describe('locking a meeting', () => {
  it('keeps newcomers out until it is unlocked, and lets everybody come back', async () => {
    const { lock, post, told } = await meeting()
    await post('/leave-video', 'guest')
    told.length = 0
    expect(await (await lock(true)).json()).toMatchObject({ isLocked: true })
    const refused = await post('/launch-video', 'customer')
    expect(await codeOf(refused)).toEqual([423, 'MEETING_LOCKED'])
    expect(await codeOf(await post('/refresh-token', 'customer'))).toEqual([423, 'MEETING_LOCKED'])
    for (const who of ['guest', 'host', 'admin'] as const) {
      expect((await post('/launch-video', who)).status).toBe(200)
    }
    expect(await (await lock(false, 'admin')).json()).toMatchObject({ isLocked: false })
    expect((await post('/launch-video', 'customer')).status).toBe(200)
    expect(told.filter(({ type }) => type.endsWith('locked')).map(({ type }) => type)).toEqual([
      'meeting.locked',
      'meeting.unlocked',
    ])
  })

  it('is for hosts and admins, and takes yes or no', async () => {
    const { lock, read } = await meeting()
    expect(await codeOf(await lock(true, 'guest'))).toEqual([403, 'ACTION_FORBIDDEN'])
    expect(await codeOf(await lock('yes'))).toEqual([422, 'VALIDATION_FAILED'])
    expect(await codeOf(await read('customer'))).toEqual([403, 'ACTION_FORBIDDEN'])
    expect(await codeOf(await read('stranger'))).toEqual([404, 'BOOKING_NOT_FOUND'])
    expect(await (await read()).json()).toMatchObject({ isLocked: false })
  })
})

describe('the waiting room', () => {
  it('holds people until a host lets them in, and says when to ask again', async () => {
    const { post, read, admit, clock, told } = await meeting({ waitingRoom: 'everyone' })
    clock.advance(1_000)
    const refused = await post('/launch-video', 'customer')
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await refused.json()).toMatchObject({
      code: 'WAITING_FOR_ADMISSION',
      retryable: true,
      details: { retryAfterSeconds: 5 },
    })
    expect(await codeOf(await post('/refresh-token', 'customer'))).toEqual([409, 'WAITING_FOR_ADMISSION'])
    clock.advance(5_000)
    expect((await (await read()).json()).waiting).toEqual([
      { identity: GUEST, name: 'Lou Guest', role: 'guest', since: '2026-11-22T14:00:00.000Z' },
      {
        identity: USERS.customer.id,
        name: 'Carl Customer',
        role: 'customer',
        since: '2026-11-22T14:00:01.000Z',
      },
    ])
    told.length = 0
    expect((await (await admit('host', USERS.customer.id)).json()).waiting).toMatchObject([
      { identity: GUEST },
    ])
    expect(told).toMatchObject([{ type: 'participant.admitted', participantId: USERS.customer.id }])
    expect((await post('/launch-video', 'customer')).status).toBe(200)
    expect(await codeOf(await post('/launch-video', 'guest'))).toEqual([409, 'WAITING_FOR_ADMISSION'])
  })

  it('holds guests only where it is for guests', async () => {
    const { post } = await meeting({ waitingRoom: 'guests' })
    expect((await post('/launch-video', 'customer')).status).toBe(200)
    expect(await codeOf(await post('/launch-video', 'guest'))).toEqual([409, 'WAITING_FOR_ADMISSION'])
  })

  it('cannot be opened where nobody could be let in', () => {
    const { moderate: _store, ...store } = memoryStore()
    const { removeParticipant: _video, ...video } = fakeVideo()
    expect(() => world({ waitingRoom: 'guests', store })).toThrow('waitingRoom needs a store')
    expect(() => world({ waitingRoom: 'guests', video: video as ReturnType<typeof fakeVideo> })).toThrow(
      'waitingRoom needs a video provider',
    )
    expect(() => world({ waitingRoom: 'all' as 'everyone' })).toThrow('off, guests, everyone')
  })
})

describe('without a store that keeps decisions', () => {
  it('there are no such routes, and meetings go on as ever', async () => {
    const { moderate: _, ...store } = memoryStore({ bookings: [BOOKING] })
    const { post, postJson, meetings } = world({ store })
    expect((await post('/launch-video', 'host')).status).toBe(200)
    const response = await postJson('/lock-meeting', { booking_id: BOOKING_ID, locked: true }, 'host')
    expect(await codeOf(response)).toEqual([404, 'ROUTE_NOT_FOUND'])
    const call = meetings.api.lockMeeting({ bookingId: BOOKING_ID, locked: true }, { user: USERS.host })
    await expect(call).rejects.toMatchObject({ code: 'ROUTE_NOT_FOUND' })
  })
})
