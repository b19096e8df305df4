import type * as z from 'zod'
import type { HostSchedule } from '../../availability/host-schedule.ts'
import type { ViewedBooking } from '../../ports/booking-store.ts'
import type { CallOptions } from '../../ports/call-options.ts'
import type { Booker, ScheduleStore, Span } from '../../ports/schedule-store.ts'
import { resolveColumns } from '../booking-columns.ts'
import { type FunctionArgument, parseAnswer } from '../call-function.ts'
import { readRow } from '../read-row.ts'
import { asViewer, text, time, uuid } from '../sql-arguments.ts'
import type { SqlStoreOptions } from '../sql-store.ts'
import { SCHEDULE_ANSWERS } from './schedule-answers.ts'

/** Whoever saved no hours cannot be met. */
const CLOSED: HostSchedule = { timeZone: 'UTC', weekly: [], overrides: [], timeOff: [] }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The store of schedules over the migration's functions: every verb is one call, in one transaction. */
export function sqlSchedule({ name, call, columns: given }: SqlStoreOptions): ScheduleStore {
  const columns = resolveColumns(given)

  const ask = async <Schema extends z.ZodType>(
    functionName: string,
    schema: Schema,
    args: readonly FunctionArgument[],
    options: CallOptions | undefined,
  ): Promise<z.output<Schema>> => {
    options?.signal?.throwIfAborted()
    const answer = await call(functionName, args, options)
    return parseAnswer(schema, answer, `${name}: ${functionName}`)
  }
  const viewed = (answer: { booking: Record<string, unknown>; role: ViewedBooking['viewerRole'] }) => ({
    ...readRow(answer.booking, columns, name),
    viewerRole: answer.role,
  })

  return {
    listMeetingTypes({ viewer }, options) {
      return ask('meetings_list_types', SCHEDULE_ANSWERS.listTypes, [asBooker(viewer)], options)
    },

    async findOpenings({ viewer, ...request }, options) {
      // What is no id belongs to nothing; the database would call it an error.
      if (!UUID.test(request.meetingTypeId)) return null
      const except = request.exceptBookingId
      const args = [
        asBooker(viewer),
        asRequest({ ...request, exceptBookingId: except !== null && UUID.test(except) ? except : null }),
      ]
      const answer = await ask('meetings_find_openings', SCHEDULE_ANSWERS.findOpenings, args, options)
      if (answer === null) return null
      const { type, hosts } = answer
      return { type, hosts: hosts.map((host) => ({ ...host, schedule: host.schedule ?? CLOSED })) }
    },

    async hold({ viewer, ...request }, options) {
      if (!UUID.test(request.meetingTypeId)) return null
      return ask('meetings_hold', SCHEDULE_ANSWERS.hold, [asBooker(viewer), asRequest(request)], options)
    },

    async releaseHold({ holdId, viewer }, options) {
      if (!UUID.test(holdId)) return
      const args = [asViewer(viewer), uuid('p_hold_id', holdId)]
      await ask('meetings_release_hold', SCHEDULE_ANSWERS.releaseHold, args, options)
    },

    async book({ viewer, ...request }, options) {
      if (!UUID.test(request.meetingTypeId)) return null
      const args = [asBooker(viewer), asRequest(request)]
      const answer = await ask('meetings_book', SCHEDULE_ANSWERS.book, args, options)
      if (answer === null) return null
      if ('booking' in answer) return { outcome: answer.outcome, booking: viewed(answer) }
      return { outcome: answer.outcome }
    },

    async cancel({ bookingId, viewer, at, reason }, options) {
      const args = [
        uuid('p_booking_id', bookingId),
        asViewer(viewer),
        time('p_at', at),
        text('p_reason', reason),
      ]
      const answer = await ask('meetings_cancel', SCHEDULE_ANSWERS.cancel, args, options)
      return answer && { outcome: answer.outcome, booking: viewed(answer) }
    },

    async reschedule({ bookingId, viewer, at, ...request }, options) {
      const args = [uuid('p_booking_id', bookingId), asViewer(viewer), time('p_at', at), asRequest(request)]
      const answer = await ask('meetings_reschedule', SCHEDULE_ANSWERS.reschedule, args, options)
      return answer && { outcome: answer.outcome, booking: viewed(answer) }
    },

    findSchedule({ hostId }, options) {
      return ask('meetings_find_schedule', SCHEDULE_ANSWERS.findSchedule, [text('p_host', hostId)], options)
    },

    async saveSchedule({ hostId, schedule }, options) {
      const args: FunctionArgument[] = [
        text('p_host', hostId),
        { name: 'p_schedule', type: 'jsonb', value: schedule },
      ]
      await ask('meetings_save_schedule', SCHEDULE_ANSWERS.saveSchedule, args, options)
    },
  }
}

function asBooker(viewer: Booker): FunctionArgument {
  return asViewer(viewer, { organizationId: viewer.organizationId })
}

/** Dates become text on the way, in JSON. */
function asRequest(request: Readonly<Record<string, unknown>> | { busy: Span }): FunctionArgument {
  return { name: 'p_request', type: 'jsonb', value: request }
}
