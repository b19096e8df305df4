import { describe, expect, it } from 'vitest'
import { createTestClock } from '../testing/test-clock.ts'
import { createMeetingsClient } from './create-meetings-client.ts'
import { createSchedulingClient } from './create-scheduling-client.ts'
import { fieldProblems, nearestSlots } from './read-scheduling.ts'

const NOW = '2026-11-23T09:00:00.000Z'
const slot = { start: '2026-11-24T09:00:00.000Z', end: '2026-11-24T09:30:00.000Z' }
const booking = {
  id: 'b 1',
  organizationId: null,
  meetingTypeId: 't',
  meetingTypeName: 'Consultation',
  hostId: 'sam',
  hostName: 'Sam',
  customerId: 'me',
  customerName: 'Alex',
  customerEmail: null,
  startTime: slot.start,
  endTime: slot.end,
  status: 'confirmed',
  viewerRole: 'customer',
  joinWindow: { opensAt: slot.start, closesAt: slot.end },
  metadata: {},
}

/** A client whose server answers `body` and keeps what it was asked. */
function setUp(body: unknown, status = 200) {
  const sent: { url: string; init: RequestInit }[] = []
  const { send } = createMeetingsClient({
    clock: createTestClock(NOW),
    getAccessToken: () => 'secret',
    async fetch(input, init = {}) {
      sent.push({ url: String(input), init })
      if (status === 204) return new Response(null, { status })
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
    },
  })
  const bodyOf = (index = 0) => JSON.parse(String(sent[index]?.init.body))
  return { client: createSchedulingClient(send), sent, bodyOf }
}

describe('the verbs of booking', () => {
  it('ask for what can be booked and when, in snake case', async () => {
    const { client, sent } = setUp({
      days: [{ date: '2026-11-24', slots: [slot] }],
      timeZone: 'UTC',
      serverTime: NOW,
    })
    const query = { meetingTypeId: 't', from: '2026-11-24', to: '2026-11-24', timeZone: 'Europe/Berlin' }
    const answer = await client.availability({ ...query, bookingId: 'b' })
    expect(answer).toMatchObject({ ok: true, value: { days: [{ slots: [slot] }] } })
    expect(sent[0]?.url).toBe(
      '/api/meetings/availability?meeting_type_id=t&from=2026-11-24&to=2026-11-24&time_zone=Europe%2FBerlin&booking_id=b',
    )
  })

  it('send a draft with its key, and leave out what was not filled in', async () => {
    const { client, sent, bodyOf } = setUp({ booking })
    const draft = { meetingTypeId: 't', startTime: slot.start, customerName: 'Alex', timeZone: 'UTC' }
    const answer = await client.createBooking(draft, { idempotencyKey: 'key-1' })
    expect(answer).toMatchObject({ ok: true, value: { booking: { id: 'b 1' } } })
    expect(sent[0]?.init.headers).toMatchObject({
      'idempotency-key': 'key-1',
      authorization: 'Bearer secret',
    })
    expect(bodyOf()).toEqual({
      meeting_type_id: 't',
      start_time: slot.start,
      customer_name: 'Alex',
      time_zone: 'UTC',
    })
  })

  it('cancel and move a booking at its own address', async () => {
    const { client, sent, bodyOf } = setUp({ booking })
    await client.cancelBooking('b 1', { reason: 'Ill' })
    await client.rescheduleBooking('b 1', { startTime: slot.start })
    expect(sent.map(({ url }) => url)).toEqual([
      '/api/meetings/bookings/b%201/cancel',
      '/api/meetings/bookings/b%201/reschedule',
    ])
    expect([bodyOf(0), bodyOf(1)]).toEqual([{ reason: 'Ill' }, { start_time: slot.start }])
  })

  it('let a hold go even while the page closes, and take 204 for an answer', async () => {
    const { client, sent } = setUp(null, 204)
    expect(await client.releaseHold('h', { keepAlive: true })).toEqual({ ok: true, value: {} })
    expect(sent[0]?.init.keepalive).toBe(true)
  })

  it('read the free slots around one that was taken', async () => {
    const { client } = setUp({ code: 'SLOT_TAKEN', error: 'Taken.', details: { nearest: [slot] } }, 409)
    const answer = await client.hold({ meetingTypeId: 't', startTime: slot.start })
    expect(answer.ok).toBe(false)
    expect(answer.ok ? [] : nearestSlots(answer.problem)).toEqual([slot])
    expect(answer.ok ? [] : fieldProblems(answer.problem)).toEqual([])
  })

  it('read which fields are wrong', async () => {
    const fields = [{ path: 'guests.0.email', message: 'Must be an address.' }]
    const { client } = setUp({ code: 'VALIDATION_FAILED', details: { fields } }, 422)
    const answer = await client.listMeetingTypes()
    expect(answer.ok ? [] : fieldProblems(answer.problem)).toEqual(fields)
  })

  it('hand a calendar file over as text, and its failure as a problem', async () => {
    const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
    expect(await setUp(text).client.calendarFile('b')).toEqual({ ok: true, value: { text } })
    const refused = await setUp({ code: 'BOOKING_NOT_FOUND' }, 404).client.calendarFile('b')
    expect(refused).toMatchObject({ ok: false, problem: { code: 'BOOKING_NOT_FOUND' } })
  })

  it('read and save opening hours', async () => {
    const schedule = {
      timeZone: 'UTC',
      weekly: [{ weekday: 1, from: '09:00', to: '17:00' }],
      overrides: [],
      timeOff: [],
    }
    const { client, sent, bodyOf } = setUp({ schedule })
    expect(await client.saveSchedule(schedule)).toEqual({ ok: true, value: { schedule } })
    expect(sent[0]?.init.method).toBe('PUT')
    expect(bodyOf()).toEqual({ time_zone: 'UTC', weekly: schedule.weekly, overrides: [], time_off: [] })
    expect(await setUp({ schedule: null }).client.mySchedule()).toEqual({
      ok: true,
      value: { schedule: null },
    })
  })

  it('understand a booking of an older server, without what came later', async () => {
    const { client } = setUp({ booking })
    const answer = await client.cancelBooking('b')
    expect(answer).toEqual({ ok: true, value: { booking } })
  })
})
