import { at, PEOPLE } from './people.ts'
import type { ScheduleConformanceOptions } from './schedule-options.ts'
import { ANN, BEN, booker, CALL, CARL, KIM, PANEL } from './schedule-people.ts'
import { candidates, scheduleSteps } from './schedule-steps.ts'

const WORLD = { bookings: [], meetingTypes: [CALL, PANEL], schedules: {} }

/** Slots that are kept while somebody fills a form. */
export function scheduleHoldConformance({
  describe,
  it,
  expect,
  createStores,
}: ScheduleConformanceOptions): void {
  const create = async () => {
    const { schedule } = await createStores(WORLD)
    return { schedule, ...scheduleSteps(schedule) }
  }
  const taken = { outcome: 'taken' }

  describe('a hold', () => {
    it('keeps the slot and its buffers from others, and not from its own person', async () => {
      const { hold, book, busy } = await create()
      const held = await hold('14:00', { candidates: [ANN] })
      expect(held).toMatchObject({
        outcome: 'held',
        hold: {
          meetingTypeId: CALL.id,
          start: at('14:00:00'),
          end: at('14:30:00'),
          expiresAt: at('10:10:00'),
        },
      })
      expect(await busy(ANN)).toEqual([])
      expect(await busy(ANN, { viewer: KIM })).toEqual(['13:55-14:40'])
      expect(await hold('14:15', { viewer: KIM, candidates: [ANN] })).toEqual(taken)
      // Its buffer before reaches into the buffer after.
      expect(await book('14:30', { viewer: KIM, candidates: candidates(ANN) })).toEqual(taken)
      expect(await hold('14:45', { viewer: KIM, candidates: [ANN] })).toMatchObject({ outcome: 'held' })
    })

    it('is the same one, longer, for the same person and slot, with the same host', async () => {
      const { hold, busy } = await create()
      const first = await hold('14:00', { candidates: [BEN, ANN] })
      const again = await hold('14:00', { candidates: [ANN, BEN], at: at('10:05:00') })
      expect(again).toEqual({
        outcome: 'held',
        hold: { ...(first as { hold: object }).hold, expiresAt: at('10:15:00') },
      })
      expect(await busy(ANN, { viewer: KIM })).toEqual([])
      expect(await busy(BEN, { viewer: KIM })).toEqual(['13:55-14:40'])
    })

    it('moves with its person, and stays where it was when the other slot is taken', async () => {
      const { hold, busy } = await create()
      const first = await hold('14:00', { candidates: [ANN] })
      const second = await hold('14:15', { candidates: [ANN] })
      expect((second as { hold: { id: string } }).hold.id).toEqual(
        (first as { hold: { id: string } }).hold.id,
      )
      expect(await busy(ANN, { viewer: KIM })).toEqual(['14:10-14:55'])
      await hold('16:00', { viewer: KIM, candidates: [ANN] })
      expect(await hold('16:15', { candidates: [ANN] })).toEqual(taken)
      expect(await busy(ANN, { viewer: booker(PEOPLE.stranger, null) })).toEqual([
        '14:10-14:55',
        '15:55-16:40',
      ])
    })

    it('is in nobody’s way from the instant it expires', async () => {
      const { hold, book, busy } = await create()
      await hold('14:00', { candidates: [ANN] })
      const early = { viewer: KIM, at: at('10:09:59.999') }
      const late = { viewer: KIM, at: at('10:10:00') }
      expect(await busy(ANN, early)).toEqual(['13:55-14:40'])
      expect(await book('14:00', { ...early, candidates: candidates(ANN) })).toEqual(taken)
      expect(await busy(ANN, late)).toEqual([])
      expect(await hold('14:00', { ...late, candidates: [ANN] })).toMatchObject({ outcome: 'held' })
      expect(await book('14:00', { ...late, candidates: candidates(ANN) })).toMatchObject({
        outcome: 'booked',
      })
    })

    it('is given back by its own person alone, any number of times', async () => {
      const { schedule, hold, busy } = await create()
      const held = await hold('14:00', { candidates: [ANN] })
      const holdId = (held as { hold: { id: string } }).hold.id
      await schedule.releaseHold({ holdId, viewer: KIM })
      expect(await busy(ANN, { viewer: KIM })).toEqual(['13:55-14:40'])
      await schedule.releaseHold({ holdId, viewer: CARL })
      await schedule.releaseHold({ holdId, viewer: CARL })
      await schedule.releaseHold({ holdId: 'no-id-at-all', viewer: CARL })
      expect(await busy(ANN, { viewer: KIM })).toEqual([])
    })

    it('takes the next host who is free, or all of them, and only who hosts the type', async () => {
      const { hold, busy } = await create()
      await hold('14:00', { viewer: KIM, candidates: [ANN] })
      expect(await hold('14:00', { candidates: [ANN, BEN] })).toMatchObject({ outcome: 'held' })
      expect(await busy(BEN, { viewer: KIM })).toEqual(['13:55-14:40'])
      expect(await hold('14:00', { candidates: [PEOPLE.stranger.userId] })).toEqual(taken)

      expect(await hold('14:00', { candidates: [ANN, BEN] }, PANEL)).toEqual(taken)
      expect(await hold('16:00', { candidates: [ANN] }, PANEL)).toEqual(taken)
      expect(await hold('16:00', { candidates: [ANN, BEN] }, PANEL)).toMatchObject({ outcome: 'held' })
      expect(await busy(ANN, { viewer: KIM })).toEqual(['15:55-16:40'])
      expect(await busy(BEN, { viewer: KIM })).toEqual(['13:55-14:40', '15:55-16:40'])
    })

    it('of another type gives way to the same person', async () => {
      const { hold, book, busy } = await create()
      await hold('14:00', { candidates: [ANN, BEN] }, PANEL)
      expect(await book('14:15', { candidates: candidates(ANN) })).toMatchObject({ outcome: 'booked' })
      expect(await busy(BEN, { viewer: KIM })).toEqual([])
    })
  })
}
