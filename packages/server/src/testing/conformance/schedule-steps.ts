import type {
  BookRequest,
  HoldRequest,
  RescheduleRequest,
  ScheduleStore,
} from '../../ports/schedule-store.ts'
import type { MemoryMeetingType } from '../memory-schedule/memory-calendar.ts'
import { at } from './people.ts'
import { ANN, BEN, CALL, CARL } from './schedule-people.ts'

const MINUTE = 60_000
/** Most tests book the afternoon of a day in its morning. */
export const MORNING = at('10:00:00')
const DAY = { start: at('00:00:00'), end: new Date(at('00:00:00').getTime() + 24 * 60 * MINUTE) }

/** A slot of a type, with its buffers. `14:00` is on the day of the tests. */
export function slotAt(time: string, { rules }: MemoryMeetingType = CALL) {
  const start = at(`${time}:00`)
  const end = new Date(start.getTime() + rules.durationMinutes * MINUTE)
  const busy = {
    start: new Date(start.getTime() - rules.bufferBeforeMinutes * MINUTE),
    end: new Date(end.getTime() + rules.bufferAfterMinutes * MINUTE),
  }
  return { start, end, busy }
}

export function candidates(...hostIds: string[]) {
  return hostIds.map((hostId) => ({ hostId, day: DAY }))
}

/** What people do in the tests: Carl, with Ann or else Ben, in the morning, unless told otherwise. */
export function scheduleSteps(schedule: ScheduleStore) {
  return {
    hold: (time: string, changes: Partial<HoldRequest> = {}, type = CALL) =>
      schedule.hold({
        ...slotAt(time, type),
        meetingTypeId: type.id,
        viewer: CARL,
        at: MORNING,
        expiresAt: new Date((changes.at ?? MORNING).getTime() + 10 * MINUTE),
        candidates: [ANN, BEN],
        ...changes,
      }),
    book: (time: string, changes: Partial<BookRequest> = {}, type = CALL) =>
      schedule.book({
        ...slotAt(time, type),
        meetingTypeId: type.id,
        viewer: CARL,
        at: MORNING,
        customerName: 'Carl Customer',
        customerEmail: null,
        metadata: {},
        candidates: candidates(ANN, BEN),
        idempotency: null,
        ...changes,
      }),
    move: (bookingId: string, time: string, changes: Partial<RescheduleRequest> = {}, type = CALL) =>
      schedule.reschedule({
        ...slotAt(time, type),
        bookingId,
        viewer: CARL,
        at: MORNING,
        candidates: candidates(ANN, BEN),
        ...changes,
      }),
    /** The times of a host's day that are busy, as `13:55-14:40`. */
    busy: async (
      hostId: string,
      changes: Partial<Parameters<ScheduleStore['findOpenings']>[0]> = {},
      type = CALL,
    ) => {
      const openings = await schedule.findOpenings({
        meetingTypeId: type.id,
        viewer: CARL,
        from: DAY.start,
        to: DAY.end,
        at: MORNING,
        exceptBookingId: null,
        ...changes,
      })
      const host = openings?.hosts.find((one) => one.hostId === hostId)
      return host?.busy.map(({ start, end }) => `${timeOf(start)}-${timeOf(end)}`)
    },
  }
}

/** The id of a booking that a test relies on. */
export function idOf(result: Awaited<ReturnType<ScheduleStore['book']>>): string {
  if (result === null || !('booking' in result)) throw new Error(`Nothing was booked: ${result?.outcome}`)
  return result.booking.id
}

function timeOf(instant: Date): string {
  return instant.toISOString().slice(11, 16)
}
