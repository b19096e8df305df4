import { createMeetings } from '@meetings/server'
import { fakeVideo, fixedClock, memorySchedule, memoryStore } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { createTestClock } from '../testing/test-clock.ts'
import { createMeetingsClient } from './create-meetings-client.ts'
import { createSchedulingClient } from './create-scheduling-client.ts'
import { fieldProblems, nearestSlots } from './read-scheduling.ts'

/** A Monday. Ben can be met on weekdays from 9 to 17 in Berlin: from 8 to 16 UTC in winter. */
const NOW = '2026-11-23T06:00:00.000Z'
const TYPE = '0d000000-0000-4000-8000-000000000001'
const NINE = '2026-11-23T09:00:00.000Z'
const TEN = '2026-11-23T10:00:00.000Z'
const DRAFT = { meetingTypeId: TYPE, startTime: NINE, customerName: 'Ana', timeZone: 'America/New_York' }

/** Clients of several people over the real handlers: the same code as in production, without a network between. */
function setUp() {
  const clock = fixedClock(NOW)
  const store = memoryStore()
  const schedule = memorySchedule({
    store,
    meetingTypes: [
      {
        id: TYPE,
        organizationId: null,
        name: 'Consultation',
        description: null,
        hostMode: 'any',
        hosts: [{ id: 'ben', name: 'Ben' }],
        questions: [{ id: 'topic', label: 'What about?', type: 'text', required: false }],
        rules: {
          durationMinutes: 30,
          stepMinutes: 30,
          bufferBeforeMinutes: 0,
          bufferAfterMinutes: 0,
          minimumNoticeMinutes: 60,
          furthestDays: 60,
          dailyMaximum: null,
        },
        cancellationCutoffMinutes: 120,
      },
    ],
    schedules: {
      ben: {
        timeZone: 'Europe/Berlin',
        weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
        overrides: [],
        timeOff: [],
      },
    },
  })
  const meetings = createMeetings({
    store,
    schedule,
    video: fakeVideo(),
    authenticate: ({ request }) => {
      const id = request.headers.get('authorization')?.replace('Bearer ', '')
      return id ? { user: { id, name: id }, via: 'bearer' } : null
    },
    now: clock.now,
  })
  const as = (userId: string) => {
    const client = createMeetingsClient({
      clock: createTestClock(NOW),
      getAccessToken: () => userId,
      fetch: (input, init) =>
        meetings.fetch(new Request(new URL(String(input), 'https://app.example'), init)),
    })
    return { ...client, ...createSchedulingClient(client.send) }
  }
  let keys = 0
  const key = () => ({ idempotencyKey: `key-of-the-test-${++keys}` })
  return { ana: as('ana'), eve: as('eve'), ben: as('ben'), clock, key }
}

type Client = ReturnType<typeof setUp>['ana']

/** The first times of Monday, as New York reads the day. */
async function mondayOf(client: Client, extra: { bookingId?: string } = {}) {
  const answer = await client.availability({
    meetingTypeId: TYPE,
    from: '2026-11-23',
    to: '2026-11-24',
    timeZone: 'America/New_York',
    ...extra,
  })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value.days[0]?.slots.map(({ start }) => start) ?? []
}

async function booked(client: Client, key: { idempotencyKey: string }, startTime = NINE) {
  const answer = await client.createBooking({ ...DRAFT, startTime }, key)
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value.booking
}

describe('the scheduling client and the real server', () => {
  it('list what can be booked, and when, in the days of the viewer', async () => {
    const { ana } = setUp()
    expect(await ana.listMeetingTypes()).toMatchObject({
      ok: true,
      value: { meetingTypes: [{ id: TYPE, hosts: [{ id: 'ben', name: 'Ben' }], durationMinutes: 30 }] },
    })
    const slots = await mondayOf(ana)
    expect(slots).toHaveLength(16)
    expect(slots[0]).toBe('2026-11-23T08:00:00.000Z')
  })

  it('hold a slot for one visitor, move the hold, and give it back also from a closing page', async () => {
    const { ana, eve } = setUp()
    const first = await ana.hold({ meetingTypeId: TYPE, startTime: NINE })
    expect(first).toMatchObject({ ok: true, value: { hold: { startTime: NINE } } })
    expect(await mondayOf(eve)).not.toContain(NINE)
    expect(await mondayOf(ana)).toContain(NINE)
    const refused = await eve.hold({ meetingTypeId: TYPE, startTime: NINE })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'SLOT_TAKEN' } })
    expect(!refused.ok && nearestSlots(refused.problem).length).toBeGreaterThan(0)

    const holdId = first.ok ? first.value.hold.id : ''
    const moved = await ana.hold({ meetingTypeId: TYPE, startTime: TEN, holdId })
    expect(moved).toMatchObject({ ok: true, value: { hold: { startTime: TEN } } })
    expect(await mondayOf(eve)).toContain(NINE)
    expect(await mondayOf(eve)).not.toContain(TEN)

    const movedId = moved.ok ? moved.value.hold.id : ''
    expect(await ana.releaseHold(movedId, { keepAlive: true })).toMatchObject({ ok: true })
    expect(await mondayOf(eve)).toContain(TEN)
  })

  it('book what was held, and answer a repeated request with the same booking', async () => {
    const { ana, clock, key } = setUp()
    const hold = await ana.hold({ meetingTypeId: TYPE, startTime: NINE })
    const draft = {
      ...DRAFT,
      customerEmail: 'ana@example.com',
      notes: 'The gate is on the left.',
      guests: [{ email: 'bo@example.com' }],
      answers: { topic: 'Invoices' },
      ...(hold.ok && { holdId: hold.value.hold.id }),
    }
    const once = key()
    const first = await ana.createBooking(draft, once)
    expect(first).toMatchObject({
      ok: true,
      value: {
        booking: {
          startTime: NINE,
          status: 'confirmed',
          viewerRole: 'customer',
          notes: draft.notes,
          guests: draft.guests,
          answers: draft.answers,
          customerTimeZone: 'America/New_York',
        },
      },
    })
    clock.advance(60_000)
    const again = await ana.createBooking(draft, once)
    expect(again.ok && again.value.booking.id).toBe(first.ok && first.value.booking.id)
    const other = await ana.createBooking({ ...draft, notes: 'Another' }, once)
    expect(other).toMatchObject({ problem: { code: 'IDEMPOTENCY_KEY_REUSED' } })
    const list = await ana.listBookings({ scope: 'upcoming' })
    expect(list.ok && list.value.bookings).toHaveLength(1)
  })

  it('tell who was slower what is free nearby, and what is wrong with a form', async () => {
    const { ana, eve, key } = setUp()
    await booked(ana, key())
    const late = await eve.createBooking(DRAFT, key())
    expect(late).toMatchObject({ ok: false, problem: { code: 'SLOT_TAKEN', retryable: false } })
    const nearest = late.ok ? [] : nearestSlots(late.problem)
    expect(nearest.map(({ start }) => start)).toContain('2026-11-23T08:30:00.000Z')

    const wrong = await eve.createBooking({ ...DRAFT, startTime: TEN, customerEmail: 'no address' }, key())
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'VALIDATION_FAILED' } })
    expect(!wrong.ok && fieldProblems(wrong.problem).map(({ path }) => path)).toEqual(['customer_email'])
  })

  it('move a booking, onto its own old time too, and cancel it with a reason', async () => {
    const { ana, eve, key } = setUp()
    const { id } = await booked(ana, key())
    expect(await mondayOf(ana)).not.toContain(NINE)
    expect(await mondayOf(ana, { bookingId: id })).toContain(NINE)
    expect(await ana.rescheduleBooking(id, { startTime: '2026-11-23T09:30:00.000Z' })).toMatchObject({
      ok: true,
      value: { booking: { id, startTime: '2026-11-23T09:30:00.000Z', sequence: 1 } },
    })
    await booked(eve, key(), TEN)
    expect(await ana.rescheduleBooking(id, { startTime: TEN })).toMatchObject({
      ok: false,
      problem: { code: 'SLOT_TAKEN' },
    })
    const file = await ana.calendarFile(id)
    expect(file.ok && file.value.text).toContain('DTSTART:20261123T093000Z')
    expect(await ana.cancelBooking(id, { reason: 'Ill' })).toMatchObject({
      ok: true,
      value: { booking: { status: 'cancelled', cancellation: { by: 'customer', reason: 'Ill' } } },
    })
    expect(await mondayOf(eve)).toContain('2026-11-23T09:30:00.000Z')
    expect(await eve.cancelBooking(id)).toMatchObject({ problem: { code: 'BOOKING_NOT_FOUND' } })
  })

  it("read and save a host's own hours", async () => {
    const { ana, ben } = setUp()
    const mine = await ben.mySchedule()
    expect(mine).toMatchObject({ ok: true, value: { schedule: { timeZone: 'Europe/Berlin' } } })
    if (!mine.ok || !mine.value.schedule) throw new Error('Ben has hours.')
    const saved = await ben.saveSchedule({
      ...mine.value.schedule,
      timeOff: [{ from: '2026-11-23', to: '2026-11-23' }],
    })
    expect(saved).toMatchObject({ ok: true })
    expect(await mondayOf(ana)).toEqual([])
  })
})
