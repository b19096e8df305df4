import { describe, expect, it } from 'vitest'
import { BOOKING_ID, MISSING_ID, USERS, world } from '../../test/world.ts'
import type { MeetingsEvent } from '../index.ts'

function watched(options: Parameters<typeof world>[0] = {}) {
  const events: MeetingsEvent[] = []
  return { ...world({ ...options, onEvent: (event) => void events.push(event) }), events }
}

/** What an event says besides its booking, request and time. */
function gist({ bookingId, requestId, at, ...rest }: MeetingsEvent) {
  return rest
}

const customer = USERS.customer.id
const host = USERS.host.id

describe('events', () => {
  it('tell the life of a meeting', async () => {
    const { post, clock, events } = watched()
    await post('/launch-video')
    await post('/launch-video')
    await post('/launch-video', 'host')
    await post('/refresh-token')
    await post('/leave-video')
    await post('/leave-video')
    await post('/leave-video', 'host')
    expect(events.map(gist)).toEqual([
      { type: 'meeting.launched', userId: customer, role: 'customer', started: true },
      { type: 'meeting.joined', userId: customer, source: 'launch' },
      { type: 'meeting.launched', userId: customer, role: 'customer', started: false },
      { type: 'meeting.launched', userId: host, role: 'host', started: false },
      { type: 'meeting.joined', userId: host, source: 'launch' },
      { type: 'token.refreshed', userId: customer },
      { type: 'meeting.left', userId: customer, source: 'person' },
      { type: 'meeting.left', userId: host, source: 'person' },
      { type: 'meeting.completed', because: 'everybody_left' },
    ])
    for (const event of events) {
      expect(event).toMatchObject({ bookingId: BOOKING_ID, requestId: 'request-1', at: clock.now() })
    }
  })

  it.each([
    ['too early', { time: '09:00:00' }, 'customer', BOOKING_ID, 'JOIN_TOO_EARLY'],
    ['over', { time: '15:00:00' }, 'customer', BOOKING_ID, 'BOOKING_ENDED'],
    ['cancelled', { booking: { status: 'cancelled' } }, 'host', BOOKING_ID, 'BOOKING_CANCELLED'],
    ["somebody else's", {}, 'stranger', BOOKING_ID, 'BOOKING_NOT_FOUND'],
    ['nowhere', {}, 'customer', MISSING_ID, 'BOOKING_NOT_FOUND'],
  ] as const)(
    'tell of a launch that was refused because the meeting is %s',
    async (_, options, who, id, code) => {
      const { post, events } = watched(options)
      await post('/launch-video', who, id)
      expect(events).toMatchObject([{ type: 'launch.refused', userId: USERS[who].id, bookingId: id, code }])
    },
  )

  it('tell that the host ended the meeting, once', async () => {
    const { post, events } = watched()
    await post('/launch-video', 'host')
    await post('/end-video', 'host')
    await post('/end-video', 'host')
    expect(events.map(gist).slice(2)).toEqual([{ type: 'meeting.completed', because: 'ended_for_all' }])
  })

  it('tell that a forgotten meeting was completed, by whatever read found it', async () => {
    const { send, events, at } = watched({ booking: { status: 'in_progress' } })
    at('15:59:59')
    await send('/bookings')
    expect(events).toEqual([])
    at('16:00:00')
    await send('/bookings')
    await send('/bookings')
    expect(events).toMatchObject([
      { type: 'meeting.completed', bookingId: BOOKING_ID, because: 'forgotten', requestId: null },
    ])
  })

  it('never hold a token', async () => {
    const { post, events } = watched()
    const { token } = await (await post('/launch-video')).json()
    await post('/refresh-token')
    expect(JSON.stringify(events)).not.toContain('fake-token')
    expect(token).toContain('fake-token')
  })
})
