import { describe, expect, it } from 'vitest'
import { BOOKING_ID, MISSING_ID, TYPE_ID, world } from '../../test/world.ts'

const START = '2026-11-23T09:00:00.000Z'
const SLOT = { meeting_type_id: TYPE_ID, start_time: START }
const DRAFT = { ...SLOT, customer_name: 'Carl', time_zone: 'UTC' }

function searching(options: Parameters<typeof world>[0] = {}) {
  const server = world({ time: '12:00:00', ...options })
  const search = (
    changes: Record<string, string> = {},
    as: 'customer' | 'stranger' | 'host' = 'customer',
  ) => {
    const asked = {
      meeting_type_id: TYPE_ID,
      from: '2026-11-23',
      to: '2026-11-23',
      time_zone: 'UTC',
      ...changes,
    }
    return server.send(`/availability?${new URLSearchParams(asked)}`, { as })
  }
  const startsFor = async (...args: Parameters<typeof search>) => {
    const { days } = await (await search(...args)).json()
    return days.flatMap(({ slots }: { slots: { start: string }[] }) => slots.map(({ start }) => start))
  }
  return { ...server, search, startsFor }
}

describe('what can be booked', () => {
  it('is listed with everything a form needs, and nothing of the inside', async () => {
    const response = await searching().send('/meeting-types')
    expect(await response.json()).toEqual({
      meetingTypes: [
        {
          id: TYPE_ID,
          name: 'Consultation',
          description: 'Half an hour of advice.',
          durationMinutes: 30,
          hostMode: 'any',
          hosts: [{ id: expect.any(String), name: 'Hana Host' }],
          questions: [],
          minimumNoticeMinutes: 60,
          furthestDays: 60,
          cancellationCutoffMinutes: 120,
        },
      ],
      serverTime: '2026-11-22T12:00:00.000Z',
    })
  })
})

describe('free times', () => {
  it('hold every date that was asked for, free or not', async () => {
    const response = await searching().search({ from: '2026-11-21', to: '2026-11-24' })
    const { days, timeZone, serverTime } = await response.json()
    expect([timeZone, serverTime]).toEqual(['UTC', '2026-11-22T12:00:00.000Z'])
    const counts = days.map(({ date, slots }: { date: string; slots: object[] }) => [date, slots.length])
    expect(counts).toEqual([
      ['2026-11-21', 0],
      ['2026-11-22', 0],
      ['2026-11-23', 16],
      ['2026-11-24', 16],
    ])
    expect(days[2].slots[0]).toEqual({ start: '2026-11-23T08:00:00.000Z', end: '2026-11-23T08:30:00.000Z' })
  })

  it("are grouped by the days of the viewer's zone", async () => {
    const response = await searching().search({
      from: '2026-11-23',
      to: '2026-11-24',
      time_zone: 'Pacific/Auckland',
    })
    const { days } = await response.json()
    // 8:00 to 16:00 UTC is 21:00 to 5:00 in Auckland.
    expect(days.map(({ slots }: { slots: object[] }) => slots.length)).toEqual([6, 16])
  })

  it('leave out what is booked, as does the booking itself', async () => {
    const { postJson, startsFor } = searching()
    expect(await startsFor()).toContain(START)
    await postJson('/bookings', DRAFT, 'stranger')
    expect(await startsFor()).not.toContain(START)
  })

  it('hold the time of a booking for whoever moves it, and for nobody else', async () => {
    const { postJson, startsFor, search } = searching()
    const { id } = (await (await postJson('/bookings', DRAFT)).json()).booking
    expect(await startsFor({ booking_id: id })).toContain(START)
    expect(await startsFor({})).not.toContain(START)
    expect((await search({ booking_id: id }, 'stranger')).status).toBe(404)
    expect((await search({ booking_id: MISSING_ID })).status).toBe(404)
  })

  it('are not told for a booking of another type', async () => {
    const response = await searching().search({ booking_id: BOOKING_ID })
    expect((await response.json()).details.fields[0].path).toBe('meeting_type_id')
  })

  it.each<[string, Record<string, string>]>([
    ['meeting_type_id', { meeting_type_id: 'x' }],
    ['from', { from: '2026-02-30' }],
    ['from', { from: '23.11.2026' }],
    ['from', { from: '1026-11-23' }],
    ['to', { to: '2026-11-22' }],
    ['to', { to: '2027-01-24' }],
    ['time_zone', { time_zone: 'Nowhere' }],
    ['booking_id', { booking_id: '1' }],
    ['', { host_id: '1' }],
  ])('are refused at %j for %j', async (path, changes) => {
    const response = await searching().search(changes)
    expect([response.status, (await response.json()).details.fields[0].path]).toEqual([422, path])
  })

  it('cover 62 dates at once', async () => {
    expect((await searching().search({ to: '2027-01-23' })).status).toBe(200)
  })
})

describe('a held slot', () => {
  it('is kept for ten minutes, for whoever holds it alone', async () => {
    const { postJson, startsFor, clock } = searching()
    const response = await postJson('/holds', SLOT)
    expect(await response.json()).toEqual({
      hold: {
        id: expect.any(String),
        meetingTypeId: TYPE_ID,
        startTime: START,
        endTime: '2026-11-23T09:30:00.000Z',
        expiresAt: '2026-11-22T12:10:00.000Z',
      },
      serverTime: '2026-11-22T12:00:00.000Z',
    })
    expect(await startsFor()).toContain(START)
    expect(await startsFor({}, 'stranger')).not.toContain(START)
    const refused = await postJson('/holds', SLOT, 'stranger')
    expect([refused.status, (await refused.json()).details.nearest.length]).toEqual([409, 5])
    expect((await postJson('/bookings', DRAFT, 'stranger')).status).toBe(409)
    clock.advance(600_000)
    expect(await startsFor({}, 'stranger')).toContain(START)
    expect((await postJson('/bookings', DRAFT, 'stranger')).status).toBe(200)
  })

  it('is the same hold when asked for again, and moves to another slot', async () => {
    const { postJson, startsFor, clock } = searching()
    const holdIn = async (body: object) => (await (await postJson('/holds', body)).json()).hold
    const first = await holdIn(SLOT)
    clock.advance(60_000)
    const again = await holdIn({ ...SLOT, hold_id: first.id })
    expect(again).toEqual({ ...first, expiresAt: '2026-11-22T12:11:00.000Z' })
    const moved = await holdIn({ ...SLOT, start_time: '2026-11-23T10:00:00.000Z' })
    expect(moved.startTime).toBe('2026-11-23T10:00:00.000Z')
    expect(await startsFor({}, 'stranger')).toContain(START)
  })

  it('is given back by whoever holds it, and by nobody else', async () => {
    const { postJson, send, startsFor } = searching()
    const { id } = (await (await postJson('/holds', SLOT)).json()).hold
    const release = (as: 'customer' | 'stranger') => send(`/holds/${id}/release`, { method: 'POST', as })
    expect((await release('stranger')).status).toBe(204)
    expect(await startsFor({}, 'stranger')).not.toContain(START)
    expect((await release('customer')).status).toBe(204)
    expect((await release('customer')).status).toBe(204)
    expect(await startsFor({}, 'stranger')).toContain(START)
  })

  it('becomes the booking', async () => {
    const { postJson } = searching()
    const { id } = (await (await postJson('/holds', SLOT)).json()).hold
    expect((await postJson('/bookings', { ...DRAFT, hold_id: id })).status).toBe(200)
  })
})
