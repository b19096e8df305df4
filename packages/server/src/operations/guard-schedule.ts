import type { CallOptions } from '../ports/call-options.ts'
import type { ScheduleStore } from '../ports/schedule-store.ts'
import { checkBooking } from './check-answers.ts'
import { type Guard, guarded } from './guard-ports.ts'

/**
 * The same store of schedules, with a deadline, a span, and `STORE_UNAVAILABLE` for what it did not expect to throw or
 * answer. A booking that was made after the deadline stays: repeating the request with its key finds it.
 */
export function guardSchedule(schedule: ScheduleStore, { storeMs, tracer }: Guard): ScheduleStore {
  const call = <T>(verb: string, run: (options: CallOptions) => Promise<T>) =>
    guarded(`schedule.${verb}`, 'STORE_UNAVAILABLE', storeMs, tracer, run)
  const checked = <T extends object | null>(result: T): T => {
    if (result !== null && 'booking' in result)
      checkBooking(result.booking as Parameters<typeof checkBooking>[0])
    return result
  }
  return {
    listMeetingTypes: (request) =>
      call('listMeetingTypes', (options) => schedule.listMeetingTypes(request, options)),
    findOpenings: (request) => call('findOpenings', (options) => schedule.findOpenings(request, options)),
    hold: (request) => call('hold', (options) => schedule.hold(request, options)),
    releaseHold: (request) => call('releaseHold', (options) => schedule.releaseHold(request, options)),
    book: (request) => call('book', async (options) => checked(await schedule.book(request, options))),
    cancel: (request) => call('cancel', async (options) => checked(await schedule.cancel(request, options))),
    reschedule: (request) =>
      call('reschedule', async (options) => checked(await schedule.reschedule(request, options))),
    findSchedule: (request) => call('findSchedule', (options) => schedule.findSchedule(request, options)),
    saveSchedule: (request) => call('saveSchedule', (options) => schedule.saveSchedule(request, options)),
  }
}
