import { at, meeting, PEOPLE } from './people.ts'
import type { ScheduleConformanceOptions } from './schedule-options.ts'
import { ANN, BEN, CALL, CARL, KIM, PANEL } from './schedule-people.ts'
import { candidates, idOf, scheduleSteps } from './schedule-steps.ts'

const NEVER = new Date(0)
const KEY = { key: 'key-1', fingerprint: 'asked-this' }

/** Booking, once per slot and once per key. */
export function scheduleBookConformance({
  describe,
  it,
  expect,
  createStores,
}: ScheduleConformanceOptions): void {
  const create = async (type = CALL) => {
    const { store, schedule } = await createStores({
      bookings: [],
      meetingTypes: [type, PANEL],
      schedules: {},
    })
    return { store, schedule, ...scheduleSteps(schedule) }
  }
  const taken = { outcome: 'taken' }
  const booked = { outcome: 'booked' }

  describe('booking', () => {
    it('makes a confirmed booking of the type, for the viewer, with the first candidate', async () => {
      const { store, book } = await create()
      const metadata = { notes: 'Hello', timeZone: 'Asia/Tokyo', answers: { topic: 'This', sure: true } }
      const result = await book('14:00', { metadata, customerEmail: 'carl@example.org' })
      expect(result).toMatchObject({
        outcome: 'booked',
        booking: {
          organizationId: null,
          meetingTypeId: CALL.id,
          meetingTypeName: 'Call',
          hostId: ANN,
          hostName: 'Ann',
          customerId: CARL.userId,
          customerName: 'Carl Customer',
          customerEmail: 'carl@example.org',
          startTime: '2026-11-22T14:00:00.000Z',
          endTime: '2026-11-22T14:30:00.000Z',
          status: 'confirmed',
          viewerRole: 'customer',
        },
      })
      const found = await store.find({ bookingId: idOf(result), viewer: PEOPLE.host, forgottenBy: NEVER })
      expect(found?.booking.metadata).toEqual({
        ...metadata,
        buffers: { before: 5, after: 10 },
        cutoffMinutes: 60,
        sequence: 0,
      })
    })

    it('refuses what overlaps with its buffers, goes on to the next host, and takes what only touches', async () => {
      const { book } = await create()
      await book('14:00')
      expect(await book('14:30', { viewer: KIM })).toMatchObject({
        outcome: 'booked',
        booking: { hostId: BEN },
      })
      expect(await book('14:15', { viewer: KIM })).toEqual(taken)
      const ann = candidates(ANN)
      expect(await book('14:30', { viewer: KIM, candidates: ann })).toEqual(taken)
      expect(await book('14:45', { viewer: KIM, candidates: ann })).toMatchObject(booked)
      expect(await book('13:15', { viewer: KIM, candidates: ann })).toMatchObject(booked)
    })

    it('refuses without candidates, and a candidate who does not host the type', async () => {
      const { book } = await create()
      expect(await book('14:00', { candidates: [] })).toEqual(taken)
      expect(await book('14:00', { candidates: candidates(PEOPLE.stranger.userId) })).toEqual(taken)
    })

    it('uses up the hold of its person, whichever slot it was for', async () => {
      const { hold, book, busy } = await create()
      await hold('16:00', { candidates: [ANN] })
      expect(await book('14:00')).toMatchObject(booked)
      expect(await busy(ANN, { viewer: KIM })).toEqual(['13:55-14:40'])
    })

    it('takes all hosts together, who are all hosts of the meeting', async () => {
      const { store, book, busy } = await create()
      const result = await book('14:00', {}, PANEL)
      expect(result).toMatchObject({
        booking: { hostId: BEN, hostName: 'Ben', metadata: { hosts: [{ id: ANN, name: 'Ann' }] } },
      })
      expect(await busy(ANN)).toEqual(['13:55-14:40'])
      expect(await busy(BEN)).toEqual(['13:55-14:40'])
      for (const userId of [ANN, BEN]) {
        const viewer = { ...PEOPLE.host, userId }
        const found = await store.find({ bookingId: idOf(result), viewer, forgottenBy: NEVER })
        expect(found?.booking.viewerRole).toEqual('host')
      }
      expect(await book('14:15', { candidates: candidates(ANN) })).toEqual(taken)
      await book('16:00', { viewer: KIM, candidates: candidates(ANN) })
      expect(await book('16:00', {}, PANEL)).toEqual(taken)
      expect(await book('18:00', { candidates: candidates(ANN) }, PANEL)).toEqual(taken)
    })

    it('keeps the daily maximum of each host, whatever the candidates say', async () => {
      const { schedule, book } = await create({ ...CALL, rules: { ...CALL.rules, dailyMaximum: 1 } })
      const first = idOf(await book('14:00'))
      expect(await book('16:00')).toMatchObject({ booking: { hostId: BEN } })
      expect(await book('18:00')).toEqual(taken)
      // Another date of the host's.
      const day = { start: at('16:30:00'), end: at('23:59:00') }
      expect(await book('18:00', { candidates: [{ hostId: ANN, day }] })).toMatchObject(booked)
      await schedule.cancel({ bookingId: first, viewer: CARL, at: at('10:00:00'), reason: null })
      expect(
        await book('14:00', {
          candidates: [{ hostId: ANN, day: { start: at('00:00:00'), end: at('16:30:00') } }],
        }),
      ).toMatchObject(booked)
    })

    it('refuses a time that was booked by hand', async () => {
      const { schedule } = await createStores({ bookings: [meeting()], meetingTypes: [CALL], schedules: {} })
      const { book } = scheduleSteps(schedule)
      expect(await book('14:45', { candidates: candidates(ANN) })).toEqual(taken)
      expect(await book('15:15', { candidates: candidates(ANN) })).toMatchObject(booked)
    })
  })

  describe('an idempotency key', () => {
    it('answers with the booking it made, as it is now, also when its slot is no longer open', async () => {
      const { schedule, book } = await create()
      const first = await book('14:00', { idempotency: KEY })
      expect(await book('14:00', { idempotency: KEY })).toEqual({ ...first, outcome: 'replayed' })
      await schedule.cancel({ bookingId: idOf(first), viewer: CARL, at: at('10:00:00'), reason: null })
      expect(await book('14:00', { idempotency: KEY, candidates: [] })).toMatchObject({
        outcome: 'replayed',
        booking: { id: idOf(first), status: 'cancelled' },
      })
    })

    it('is one person’s, makes one booking, and is free again after a day', async () => {
      const { book, busy } = await create()
      await book('14:00', { idempotency: KEY })
      const other = { ...KEY, fingerprint: 'asked-that' }
      expect(await book('16:00', { idempotency: other })).toEqual({ outcome: 'key_reused' })
      expect(await busy(ANN)).toEqual(['13:55-14:40'])
      expect(await book('16:00', { idempotency: other, viewer: KIM })).toMatchObject(booked)
      const nextDay = new Date(at('10:00:00').getTime() + 24 * 3_600_000)
      const almost = new Date(nextDay.getTime() - 1)
      expect(await book('18:00', { idempotency: other, at: almost })).toEqual({ outcome: 'key_reused' })
      expect(await book('18:00', { idempotency: other, at: nextDay })).toMatchObject(booked)
    })

    it('is not used up by a slot that was taken', async () => {
      const { book } = await create()
      await book('14:00', { viewer: KIM, candidates: candidates(ANN) })
      expect(await book('14:00', { candidates: candidates(ANN), idempotency: KEY })).toEqual(taken)
      const other = { ...KEY, fingerprint: 'asked-that' }
      expect(await book('16:00', { candidates: candidates(ANN), idempotency: other })).toMatchObject(booked)
    })
  })
}
