import { at, meeting, PEOPLE } from './people.ts'
import type { ScheduleConformanceOptions } from './schedule-options.ts'
import { ANN, BEN, booker, CALL, CARL, HOURS, KIM, LOU, PANEL } from './schedule-people.ts'
import { candidates, idOf, MORNING, scheduleSteps } from './schedule-steps.ts'

const NOTHING = { bookings: [], meetingTypes: [CALL], schedules: {} }
const DAY = { from: at('00:00:00'), to: at('23:59:59'), at: MORNING, exceptBookingId: null }

/** What can be booked, and what decides when. */
export function scheduleOfferConformance({
  describe,
  it,
  expect,
  createStores,
}: ScheduleConformanceOptions): void {
  const ours = { ...PANEL, organizationId: meeting().organizationId }

  describe('what can be booked', () => {
    it('holds the types of nobody and of the own organisation, by name, as they were made', async () => {
      const retired = { ...CALL, id: '0d000000-0000-4000-8000-000000000003', active: false }
      const { schedule } = await createStores({ ...NOTHING, meetingTypes: [ours, retired, CALL] })
      expect(await schedule.listMeetingTypes({ viewer: CARL })).toEqual([CALL, ours])
      expect(await schedule.listMeetingTypes({ viewer: LOU })).toEqual([CALL])
      expect(await schedule.listMeetingTypes({ viewer: booker(PEOPLE.admin, null) })).toEqual([CALL, ours])
      expect(await schedule.listMeetingTypes({ viewer: booker(PEOPLE.operator, null) })).toEqual([CALL, ours])
    })

    it('is nothing to a stranger: no openings, no hold, no booking', async () => {
      const { schedule } = await createStores({
        ...NOTHING,
        meetingTypes: [ours, { ...CALL, active: false }],
      })
      const act = scheduleSteps(schedule)
      for (const [type, viewer] of [
        [ours, LOU],
        [CALL, CARL],
        [{ ...CALL, id: '0d000000-0000-4000-8000-0000000000ff' }, CARL],
        [{ ...CALL, id: 'no-id-at-all' }, CARL],
      ] as const) {
        expect(await schedule.findOpenings({ ...DAY, meetingTypeId: type.id, viewer })).toEqual(null)
        expect(await act.hold('14:00', { viewer }, type)).toEqual(null)
        expect(await act.book('14:00', { viewer }, type)).toEqual(null)
      }
    })

    it('comes with the hours of each host; who saved none is closed', async () => {
      const { schedule } = await createStores({ ...NOTHING, schedules: { [ANN]: HOURS } })
      const openings = await schedule.findOpenings({ ...DAY, meetingTypeId: CALL.id, viewer: CARL })
      expect(openings?.type).toEqual(CALL)
      expect(openings?.hosts).toEqual([
        { hostId: ANN, hostName: 'Ann', schedule: HOURS, busy: [], bookedStarts: [] },
        {
          hostId: BEN,
          hostName: 'Ben',
          schedule: { timeZone: 'UTC', weekly: [], overrides: [], timeOff: [] },
          busy: [],
          bookedStarts: [],
        },
      ])
    })

    it('keeps the hours that a host saves', async () => {
      const { schedule } = await createStores(NOTHING)
      expect(await schedule.findSchedule({ hostId: ANN })).toEqual(null)
      await schedule.saveSchedule({ hostId: ANN, schedule: HOURS })
      const shorter = { ...HOURS, overrides: [] }
      await schedule.saveSchedule({ hostId: ANN, schedule: shorter })
      expect(await schedule.findSchedule({ hostId: ANN })).toEqual(shorter)
    })

    it('starts with the host whose turn it is', async () => {
      const { schedule } = await createStores(NOTHING)
      const act = scheduleSteps(schedule)
      const order = async () => {
        const openings = await schedule.findOpenings({ ...DAY, meetingTypeId: CALL.id, viewer: KIM })
        return openings?.hosts.map(({ hostName }) => hostName)
      }
      expect(await order()).toEqual(['Ann', 'Ben'])
      const first = await act.book('14:00', { candidates: candidates(ANN) })
      expect(await order()).toEqual(['Ben', 'Ann'])
      await act.book('14:00', { candidates: candidates(BEN), at: at('10:01:00') })
      // As many each: who was not booked for longer.
      expect(await order()).toEqual(['Ann', 'Ben'])
      await act.book('16:00', { candidates: candidates(ANN), at: at('10:02:00') })
      expect(await order()).toEqual(['Ben', 'Ann'])
      await schedule.cancel({ bookingId: idOf(first), viewer: CARL, at: MORNING, reason: null })
      expect(await order()).toEqual(['Ben', 'Ann'])
    })
  })

  describe('busy time', () => {
    it('is that of live bookings, whoever wrote them, and not of others', async () => {
      const id = (number: number) => `0b000000-0000-4000-8000-00000000010${number}`
      const bookings = [
        meeting({ metadata: { buffers: { before: 15, after: 30 } } }),
        meeting({ id: id(1), startTime: iso('17:00'), endTime: iso('18:00'), metadata: {} }),
        meeting({ id: id(2), startTime: iso('19:00'), endTime: iso('20:00'), status: 'cancelled' }),
        meeting({ id: id(3), startTime: iso('08:00'), endTime: iso('09:00'), status: 'completed' }),
        meeting({ id: id(4), hostId: BEN, startTime: iso('21:00'), endTime: iso('22:00') }),
      ]
      const { schedule } = await createStores({ ...NOTHING, bookings })
      const { busy } = scheduleSteps(schedule)
      expect(await busy(ANN)).toEqual(['13:45-15:30', '17:00-18:00'])
      expect(await busy(BEN)).toEqual(['21:00-22:00'])
    })

    it('ends when everybody has left, and begins again when the meeting goes on', async () => {
      const { store, schedule } = await createStores({ ...NOTHING, bookings: [meeting()] })
      const { busy } = scheduleSteps(schedule)
      const now = at('14:10:00')
      const entry = { bookingId: meeting().id, viewer: PEOPLE.host, at: now, identity: 'ann' }
      await store.enter({ ...entry, startsBy: now, endsAfter: now })
      expect(await busy(ANN)).toEqual(['14:00-15:00'])
      await store.leave(entry)
      expect(await busy(ANN)).toEqual([])
      await store.enter({ ...entry, startsBy: now, endsAfter: now })
      expect(await busy(ANN)).toEqual(['14:00-15:00'])
    })

    it('leaves out the booking to be moved, for who may move it', async () => {
      const { schedule } = await createStores(NOTHING)
      const act = scheduleSteps(schedule)
      const metadata = { guests: [{ email: 'lou@example.org' }] }
      const bookingId = idOf(await act.book('14:00', { metadata }))
      for (const viewer of [CARL, booker(PEOPLE.host, null), booker(PEOPLE.operator, null)]) {
        expect(await act.busy(ANN, { viewer, exceptBookingId: bookingId })).toEqual([])
      }
      for (const viewer of [LOU, KIM]) {
        expect(await act.busy(ANN, { viewer, exceptBookingId: bookingId })).toEqual(['13:55-14:40'])
      }
      expect(await act.busy(ANN, { exceptBookingId: 'no-id-at-all' })).toEqual(['13:55-14:40'])
    })

    it('counts what was booked on the days around, for the daily maximum, but for what was cancelled', async () => {
      const { schedule } = await createStores(NOTHING)
      const act = scheduleSteps(schedule)
      await act.book('14:00')
      const moved = idOf(await act.book('16:00', { candidates: candidates(ANN) }))
      const gone = idOf(await act.book('18:00', { candidates: candidates(ANN) }))
      await schedule.cancel({ bookingId: gone, viewer: CARL, at: MORNING, reason: null })
      const starts = async (exceptBookingId: string | null) => {
        const request = { ...DAY, from: at('23:00:00'), to: at('23:30:00'), exceptBookingId }
        const openings = await schedule.findOpenings({ ...request, meetingTypeId: CALL.id, viewer: CARL })
        return openings?.hosts.find(({ hostId }) => hostId === ANN)?.bookedStarts
      }
      expect(await starts(null)).toEqual([at('14:00:00'), at('16:00:00')])
      expect(await starts(moved)).toEqual([at('14:00:00')])
    })
  })
}

function iso(time: string): string {
  return at(`${time}:00`).toISOString()
}
