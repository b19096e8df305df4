import { createMeetings, type MeetingsUser } from '@meetings/server'
import { fakeVideo, fixedClock, memoryStore } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { BOOKING, BOOKING_ID, USERS, type Who } from '../../../../packages/server/test/world.ts'

const MINUTE = 60_000
const SKEWS = [-MINUTE, MINUTE]

/** Two machines with one store; the second one's clock is wrong. */
function twoMachines(skewMs: number) {
  const clock = fixedClock('2026-11-22T14:10:00Z')
  const skewed = () => new Date(clock.now().getTime() + skewMs)
  const store = memoryStore({ bookings: [BOOKING] })
  const machine = (now: () => Date) => {
    const video = fakeVideo({ now })
    const meetings = createMeetings<MeetingsUser>({
      store,
      video,
      now,
      authenticate: ({ request }) => {
        const who = request.headers.get('authorization') as Who
        return { user: USERS[who], via: 'bearer' }
      },
      logger: { error: () => {}, warn: () => {} },
    })
    const post = async (path: string, who: Who) => {
      const response = await meetings.fetch(
        new Request(`https://app.example.com/api/meetings${path}`, {
          method: 'POST',
          headers: { authorization: who, 'content-type': 'application/json' },
          body: JSON.stringify({ booking_id: BOOKING_ID }),
        }),
      )
      return { status: response.status, body: await response.json() }
    }
    return { post, video, meetings }
  }
  const right = machine(clock.now)
  const people = async () =>
    (await right.meetings.api.attendance({ bookingId: BOOKING_ID }, { user: USERS.host })).people
  return { right, wrong: machine(skewed), clock, store, people }
}

describe.each(SKEWS)('with a second machine whose clock is %d ms off', (skewMs) => {
  it('people come and go through both, nobody stays behind, and nobody left before they came', async () => {
    const { right, wrong, store, people, clock } = twoMachines(skewMs)
    for (const [one, other] of [
      [right, wrong],
      [wrong, right],
    ] as const) {
      expect((await one.post('/launch-video', 'customer')).status).toBe(200)
      expect((await other.post('/launch-video', 'host')).status).toBe(200)
      expect((await other.post('/refresh-token', 'customer')).status).toBe(200)
      expect((await other.post('/leave-video', 'customer')).body).toMatchObject({ status: 'in_progress' })
      expect((await one.post('/leave-video', 'host')).body).toMatchObject({ status: 'completed' })
      for (const { enteredAt, leftAt } of await people()) {
        expect(leftAt?.getTime()).toBeGreaterThanOrEqual(enteredAt.getTime())
      }
      expect(store.get(BOOKING_ID)?.status).toBe('completed')
      clock.advance(5 * MINUTE)
    }
  })

  it('the window moves for the people of that machine by no more than that, and a renewal still works', async () => {
    const { right, wrong, clock } = twoMachines(skewMs)
    const opens = Date.parse('2026-11-22T13:45:00Z')
    clock.set(new Date(opens - skewMs - 1).toISOString())
    expect((await wrong.post('/launch-video', 'customer')).status).toBe(409)
    clock.advance(1)
    expect((await wrong.post('/launch-video', 'customer')).status).toBe(200)
    // Who is in is in, also for the machine that thinks it is too early.
    expect((await right.post('/refresh-token', 'customer')).status).toBe(200)
  })

  it('a token lives no longer after the end than the hour and the difference of the clocks', async () => {
    const { right, wrong, clock } = twoMachines(skewMs)
    await right.post('/launch-video', 'customer')
    clock.set('2026-11-22T15:30:00Z')
    const { body } = await wrong.post('/refresh-token', 'customer')
    const latest = Date.parse('2026-11-22T16:00:00Z')
    expect(Date.parse(body.expiresAt)).toBeLessThanOrEqual(latest)
    const seconds = wrong.video.grants.at(-1)?.ttlSeconds ?? 0
    expect(clock.now().getTime() + seconds * 1000).toBeLessThanOrEqual(latest + Math.abs(skewMs))
  })
})

describe.each(SKEWS)('with a room service whose clock is %d ms off', (skewMs) => {
  it('a closed tab is settled, now or at the latest an hour after the end', async () => {
    const clock = fixedClock('2026-11-22T14:10:00Z')
    const store = memoryStore({ bookings: [BOOKING] })
    const video = fakeVideo({ now: clock.now })
    const meetings = createMeetings<MeetingsUser>({
      store,
      video,
      now: clock.now,
      authenticate: () => ({ user: USERS.customer, via: 'bearer' }),
      publicUrl: 'https://app.example.com',
    })
    await meetings.api.launchVideo({ bookingId: BOOKING_ID }, { user: USERS.customer })
    const tell = (type: 'connected' | 'disconnected', connectionId: string) => {
      const at = new Date(clock.now().getTime() + skewMs)
      const news = {
        type,
        bookingId: BOOKING_ID,
        roomId: 'RM1',
        connectionId,
        identity: USERS.customer.id,
        at,
      } as const
      const url = 'https://app.example.com/api/meetings/twilio/status-callback'
      return meetings.fetch(video.newsRequest(url, news))
    }
    clock.advance(1_000)
    expect((await tell('connected', 'PA1')).status).toBe(204)
    // Longer than the clocks differ: told right away. Shorter: such news looks older than the launch.
    clock.advance(2 * MINUTE)
    expect((await tell('disconnected', 'PA1')).status).toBe(204)
    expect(store.get(BOOKING_ID)?.status).toBe('completed')

    await meetings.api.launchVideo({ bookingId: BOOKING_ID }, { user: USERS.customer })
    clock.advance(1_000)
    await tell('connected', 'PA2')
    await tell('disconnected', 'PA2')
    clock.set('2026-11-22T16:00:00Z')
    await meetings.api.listBookings({}, { user: USERS.customer })
    expect(store.get(BOOKING_ID)?.status).toBe('completed')
  })
})
