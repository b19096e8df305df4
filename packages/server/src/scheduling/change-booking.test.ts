import { describe, expect, it } from 'vitest'
import { BOOKING_ID, MISSING_ID, TYPE_ID, type Who, world } from '../../test/world.ts'

const START = '2026-11-23T09:00:00.000Z'
const LATER = '2026-11-24T10:00:00.000Z'
const DRAFT = {
  meeting_type_id: TYPE_ID,
  start_time: START,
  customer_name: 'Carl',
  customer_email: 'carl@example.org',
  time_zone: 'UTC',
  guests: [{ email: 'lou@example.org' }],
}

/** A world with a booking of the customer's on Monday at 9:00 UTC, which they may change until 7:00. */
async function booked(options: Parameters<typeof world>[0] = {}) {
  const events: string[] = []
  const onEvent = ({ type }: { type: string }) => void events.push(type)
  const server = world({ time: '12:00:00', onEvent, ...options })
  const { id } = (await (await server.postJson('/bookings', DRAFT)).json()).booking as { id: string }
  events.length = 0
  const cancel = (as: Who = 'customer', body: object = {}) =>
    server.postJson(`/bookings/${id}/cancel`, body, as)
  const move = (start_time: string, as: Who = 'customer') =>
    server.postJson(`/bookings/${id}/reschedule`, { start_time }, as)
  return {
    ...server,
    id,
    cancel,
    move,
    events,
    on: (time: string) => server.clock.set(`2026-11-23T${time}Z`),
  }
}

describe('cancelling', () => {
  it('keeps who did it, why and when, and gives the time back', async () => {
    const { cancel, postJson, events } = await booked()
    const response = await cancel('customer', { reason: ' Something came up. ' })
    expect(response.status).toBe(200)
    expect((await response.json()).booking).toMatchObject({
      status: 'cancelled',
      cancellation: { by: 'customer', reason: 'Something came up.', at: '2026-11-22T12:00:00.000Z' },
      sequence: 1,
      changeableUntil: null,
    })
    expect(events).toEqual(['booking.cancelled'])
    expect((await postJson('/bookings', DRAFT, 'stranger')).status).toBe(200)
  })

  it('twice is success, and stays as it was', async () => {
    const { cancel, events, clock } = await booked()
    const first = await (await cancel('customer', { reason: 'One.' })).json()
    clock.advance(60_000)
    const again = await cancel('host', { reason: 'Two.' })
    expect(again.status).toBe(200)
    expect((await again.json()).booking.cancellation).toEqual(first.booking.cancellation)
    expect(events).toEqual(['booking.cancelled'])
  })

  it.each<[Who, string, number, string | null]>([
    ['customer', '06:59:59.999', 200, null],
    ['customer', '07:00:00', 403, 'ACTION_FORBIDDEN'],
    ['host', '08:59:59.999', 200, null],
    ['host', '09:00:00', 403, 'ACTION_FORBIDDEN'],
    ['host', '09:30:00', 410, 'BOOKING_ENDED'],
    ['guest', '06:00:00', 403, 'ACTION_FORBIDDEN'],
    ['stranger', '06:00:00', 404, 'BOOKING_NOT_FOUND'],
    ['unverified', '06:00:00', 404, 'BOOKING_NOT_FOUND'],
    ['otherAdmin', '06:00:00', 404, 'BOOKING_NOT_FOUND'],
  ])('by %s at %s answers %i %s', async (who, time, status, code) => {
    const { cancel, on } = await booked()
    on(time)
    const response = await cancel(who)
    expect([response.status, response.headers.get('x-meetings-error')]).toEqual([status, code])
  })

  it('too late says until when it was possible', async () => {
    const { cancel, on } = await booked()
    on('08:00:00')
    expect((await (await cancel()).json()).error).toBe(
      'This meeting can be cancelled until 2 hours before it starts. Please ask your host.',
    )
  })

  it('is not for a meeting that has begun', async () => {
    const { cancel, on, post, id } = await booked()
    on('08:50:00')
    await post('/launch-video', 'host', id)
    const response = await cancel('host')
    expect([response.status, (await response.json()).error]).toEqual([
      403,
      'This meeting has begun and can no longer be cancelled.',
    ])
  })

  it("follows the app's own rule of who administers a booking", async () => {
    const isAdmin = ({ name }: { name?: string }) => name === 'Ada'
    const { cancel, on } = await booked({ isAdmin })
    on('08:00:00')
    expect((await cancel('admin')).status).toBe(200)
  })

  it.each([{ reason: 'x'.repeat(501) }, { reason: 7 }, { status: 'cancelled' }, []])(
    'refuses the body %j',
    async (body) => {
      const { cancel, store, id } = await booked()
      expect((await cancel('customer', body)).status).toBe(422)
      expect(store.get(id)?.status).toBe('confirmed')
    },
  )

  it.each([MISSING_ID, '%00', '..%2f', 'x'])('refuses the id %j', async (id) => {
    const { postJson } = await booked()
    const response = await postJson(`/bookings/${id}/cancel`, {})
    expect(response.status).toBe(id === MISSING_ID ? 404 : 422)
  })

  it('is also at a URL of your own that ends alike, or names the id in its query', async () => {
    const { meetings, id } = await booked()
    const at = (path: string) =>
      new Request(`https://app.example.com${path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer customer', 'content-type': 'application/json' },
        body: '{}',
      })
    expect((await meetings.handlers.cancelBooking(at(`/my/${id}/cancel`))).status).toBe(200)
    expect((await meetings.handlers.cancelBooking(at(`/cancel-it?id=${id}`))).status).toBe(200)
    expect((await meetings.handlers.cancelBooking(at('/cancel-it'))).status).toBe(422)
  })
})

describe('moving', () => {
  it('takes another slot and gives the old one back', async () => {
    const { move, postJson, events } = await booked()
    const response = await move(LATER)
    expect(response.status).toBe(200)
    expect((await response.json()).booking).toMatchObject({
      startTime: LATER,
      endTime: '2026-11-24T10:30:00.000Z',
      status: 'confirmed',
      sequence: 1,
      changeableUntil: '2026-11-24T08:00:00.000Z',
    })
    expect(events).toEqual(['booking.rescheduled'])
    expect((await postJson('/bookings', DRAFT, 'stranger')).status).toBe(200)
  })

  it('to the time it has is success without a change', async () => {
    const { move, events } = await booked()
    const response = await move(START)
    expect([response.status, (await response.json()).booking.sequence, events]).toEqual([200, 0, []])
  })

  it('onto its own old time works', async () => {
    const { move } = await booked({ meetingType: { rules: { ...RULES, stepMinutes: 15 } } })
    expect((await move('2026-11-23T09:15:00.000Z')).status).toBe(200)
  })

  it('onto a taken slot keeps the booking where it is, and names others', async () => {
    const { move, postJson, store, id } = await booked()
    await postJson('/bookings', { ...DRAFT, start_time: LATER }, 'stranger')
    const response = await move(LATER)
    expect(response.status).toBe(409)
    const { nearest } = (await response.json()).details
    expect(nearest.map(({ start }: { start: string }) => start.slice(8, 16))).toEqual([
      '24T08:30',
      '24T09:00',
      '24T09:30',
      '24T10:30',
      '24T11:00',
      '24T11:30',
    ])
    expect(store.get(id)?.startTime).toBe(START)
  })

  it.each<[Who, string, number, string | null]>([
    ['customer', '06:59:59.999', 200, null],
    ['customer', '07:00:00', 403, 'ACTION_FORBIDDEN'],
    ['host', '08:59:59.999', 200, null],
    ['host', '09:00:00', 403, 'ACTION_FORBIDDEN'],
    ['guest', '06:00:00', 403, 'ACTION_FORBIDDEN'],
    ['stranger', '06:00:00', 404, 'BOOKING_NOT_FOUND'],
    ['otherAdmin', '06:00:00', 404, 'BOOKING_NOT_FOUND'],
  ])('by %s at %s answers %i %s', async (who, time, status, code) => {
    const { move, on } = await booked()
    on(time)
    const response = await move(LATER, who)
    expect([response.status, response.headers.get('x-meetings-error')]).toEqual([status, code])
  })

  it('is not for what was cancelled', async () => {
    const { move, cancel } = await booked()
    await cancel()
    expect((await (await move(LATER)).json()).code).toBe('BOOKING_CANCELLED')
  })

  it('is not for a meeting that was made without a type', async () => {
    const { postJson } = await booked()
    const response = await postJson(`/bookings/${BOOKING_ID}/reschedule`, { start_time: LATER })
    expect([response.status, (await response.json()).error]).toEqual([
      403,
      'Meetings of this kind cannot be moved. Cancel this one and book another.',
    ])
  })
})

const RULES = {
  durationMinutes: 30,
  stepMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 60,
  furthestDays: 60,
  dailyMaximum: null,
}
