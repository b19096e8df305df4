import { at, PEOPLE } from './people.ts'
import type { ScheduleConformanceOptions } from './schedule-options.ts'
import { ANN, BEN, booker, CALL, CARL, KIM, LOU, PANEL } from './schedule-people.ts'
import { candidates, idOf, MORNING, scheduleSteps } from './schedule-steps.ts'

const HOST = PEOPLE.host
const GUESTS = { guests: [{ email: 'lou@example.org' }] }

/** Cancelling and moving. */
export function scheduleChangeConformance({
  describe,
  it,
  expect,
  createStores,
}: ScheduleConformanceOptions): void {
  const create = async () => {
    const { store, schedule } = await createStores({
      bookings: [],
      meetingTypes: [CALL, PANEL],
      schedules: {},
    })
    const act = scheduleSteps(schedule)
    const bookingId = idOf(await act.book('14:00', { metadata: GUESTS }))
    const cancel = (viewer = CARL, now = MORNING, reason: string | null = null) =>
      schedule.cancel({ bookingId, viewer, at: now, reason })
    return { store, schedule, ...act, bookingId, cancel }
  }

  describe('cancelling', () => {
    it('frees the time and keeps who did it, why and when', async () => {
      const { busy, cancel } = await create()
      expect(await cancel(CARL, at('10:30:00.123'), 'Ill')).toMatchObject({
        outcome: 'cancelled',
        booking: {
          status: 'cancelled',
          viewerRole: 'customer',
          metadata: {
            sequence: 1,
            cancellation: { by: 'customer', reason: 'Ill', at: '2026-11-22T10:30:00.123Z' },
          },
        },
      })
      expect(await busy(ANN)).toEqual([])
      expect(await cancel(booker(HOST, null), at('10:31:00'), 'Me too')).toMatchObject({
        outcome: 'already',
        booking: { metadata: { sequence: 1, cancellation: { by: 'customer', reason: 'Ill' } } },
      })
    })

    it('is the customer’s until the cutoff, the host’s and admins’ until the start, and no guest’s', async () => {
      const outcome = async (viewer: typeof CARL, now: Date) =>
        (await (await create()).cancel(viewer, now))?.outcome
      expect(await outcome(CARL, at('12:59:59.999'))).toEqual('cancelled')
      expect(await outcome(CARL, at('13:00:00'))).toEqual('too_late')
      for (const viewer of [booker(HOST, null), booker(PEOPLE.operator, null)]) {
        expect(await outcome(viewer, at('13:59:59.999'))).toEqual('cancelled')
        expect(await outcome(viewer, at('14:00:00'))).toEqual('too_late')
      }
      // Who administers may do it also as a participant.
      expect(await outcome({ ...CARL, adminOf: 'any' }, at('13:30:00'))).toEqual('cancelled')
      expect(await outcome({ ...LOU, adminOf: 'any' }, at('13:30:00'))).toEqual('cancelled')
      expect(await outcome(LOU, MORNING)).toEqual('forbidden')
      expect(await outcome(KIM, MORNING)).toEqual(undefined)
    })

    it('leaves a meeting that has begun as it is', async () => {
      const { store, bookingId, cancel } = await create()
      const now = at('13:50:00')
      await store.enter({
        bookingId,
        viewer: HOST,
        identity: 'ann',
        at: now,
        startsBy: at('14:05:00'),
        endsAfter: now,
      })
      expect(await cancel(booker(HOST, null), now)).toMatchObject({
        outcome: 'not_confirmed',
        booking: { status: 'in_progress', metadata: { sequence: 0 } },
      })
    })
  })

  describe('moving', () => {
    it('frees the old time, takes the new one, and raises the sequence', async () => {
      const { move, bookingId, busy, book } = await create()
      expect(await move(bookingId, '16:00')).toMatchObject({
        outcome: 'rescheduled',
        booking: {
          id: bookingId,
          startTime: '2026-11-22T16:00:00.000Z',
          endTime: '2026-11-22T16:30:00.000Z',
          hostId: ANN,
          metadata: { ...GUESTS, sequence: 1, buffers: { before: 5, after: 10 } },
        },
      })
      expect(await busy(ANN)).toEqual(['15:55-16:40'])
      expect(await book('14:00', { viewer: KIM, candidates: candidates(ANN) })).toMatchObject({
        outcome: 'booked',
      })
    })

    it('onto its own old time works, and to where it is changes nothing', async () => {
      const { move, bookingId, busy } = await create()
      const ann = { candidates: candidates(ANN) }
      expect(await move(bookingId, '14:15', ann)).toMatchObject({ outcome: 'rescheduled' })
      expect(await busy(ANN)).toEqual(['14:10-14:55'])
      expect(await move(bookingId, '14:15', ann)).toMatchObject({
        outcome: 'unchanged',
        booking: { metadata: { sequence: 1 } },
      })
    })

    it('stays with its host who is free, else goes to another, else stays where it was', async () => {
      const { move, bookingId, book, busy } = await create()
      expect(await move(bookingId, '16:00', { candidates: candidates(BEN, ANN) })).toMatchObject({
        booking: { hostId: ANN },
      })
      await book('18:00', { viewer: KIM, candidates: candidates(ANN) })
      expect(await move(bookingId, '18:00')).toMatchObject({ booking: { hostId: BEN, hostName: 'Ben' } })
      expect(await busy(BEN)).toEqual(['17:55-18:40'])
      await book('20:00', { viewer: KIM, candidates: candidates(ANN) })
      await book('20:00', { viewer: KIM, candidates: candidates(BEN) })
      expect(await move(bookingId, '20:15')).toMatchObject({
        outcome: 'taken',
        booking: { startTime: '2026-11-22T18:00:00.000Z', hostId: BEN, metadata: { sequence: 2 } },
      })
      expect(await busy(BEN)).toEqual(['17:55-18:40', '19:55-20:40'])
    })

    it('takes all hosts along', async () => {
      const { move, book, busy, bookingId } = await create()
      const panel = idOf(await book('16:00', {}, PANEL))
      // Ann has the first booking then.
      expect(await move(panel, '14:00', {}, PANEL)).toMatchObject({ outcome: 'taken' })
      await move(bookingId, '20:00')
      expect(await move(panel, '14:00', {}, PANEL)).toMatchObject({
        outcome: 'rescheduled',
        booking: { hostId: BEN, metadata: { hosts: [{ id: ANN, name: 'Ann' }] } },
      })
      expect(await busy(BEN)).toEqual(['13:55-14:40'])
      expect(await busy(ANN)).toEqual(['13:55-14:40', '19:55-20:40'])
    })

    it('is for whoever may cancel', async () => {
      const outcome = async (viewer: typeof CARL, now: Date) => {
        const { move, bookingId } = await create()
        return (await move(bookingId, '16:00', { viewer, at: now }))?.outcome
      }
      expect(await outcome(CARL, at('12:59:59.999'))).toEqual('rescheduled')
      expect(await outcome(CARL, at('13:00:00'))).toEqual('too_late')
      expect(await outcome(booker(HOST, null), at('13:30:00'))).toEqual('rescheduled')
      expect(await outcome(LOU, MORNING)).toEqual('forbidden')
      expect(await outcome(KIM, MORNING)).toEqual(undefined)
      const { move, cancel, bookingId } = await create()
      await cancel()
      expect(await move(bookingId, '16:00')).toMatchObject({ outcome: 'not_confirmed' })
    })

    it('is not kept from a slot by a hold of the same person, and uses it up', async () => {
      const { move, hold, busy, bookingId } = await create()
      await hold('16:00', { candidates: [ANN] })
      expect(await move(bookingId, '16:00', { candidates: candidates(ANN) })).toMatchObject({
        outcome: 'rescheduled',
      })
      await hold('18:00', { viewer: KIM, candidates: [ANN] })
      expect(await move(bookingId, '18:15', { candidates: candidates(ANN) })).toMatchObject({
        outcome: 'taken',
      })
      expect(await busy(ANN, { viewer: booker(PEOPLE.stranger, null) })).toEqual([
        '15:55-16:40',
        '17:55-18:40',
      ])
    })
  })
}
