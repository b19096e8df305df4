import type { CallOptions } from '../../ports/call-options.ts'
import type { ScheduleStore } from '../../ports/schedule-store.ts'
import { at, meeting } from './people.ts'
import type { ScheduleConformanceOptions } from './schedule-options.ts'
import { ANN, CALL, CARL, HOURS } from './schedule-people.ts'
import { candidates, MORNING, slotAt } from './schedule-steps.ts'

const common = {
  ...slotAt('14:00'),
  meetingTypeId: CALL.id,
  bookingId: meeting().id,
  viewer: CARL,
  at: MORNING,
}
const draft = { customerName: 'Carl', customerEmail: null, metadata: {}, idempotency: null }

const VERBS: Record<string, (store: ScheduleStore, options: CallOptions) => Promise<unknown>> = {
  listMeetingTypes: (store, options) => store.listMeetingTypes(common, options),
  findOpenings: (store, options) =>
    store.findOpenings({ ...common, from: MORNING, to: at('20:00:00'), exceptBookingId: null }, options),
  hold: (store, options) => store.hold({ ...common, candidates: [ANN], expiresAt: at('10:10:00') }, options),
  releaseHold: (store, options) => store.releaseHold({ ...common, holdId: CALL.id }, options),
  book: (store, options) => store.book({ ...common, ...draft, candidates: candidates(ANN) }, options),
  cancel: (store, options) => store.cancel({ ...common, reason: null }, options),
  reschedule: (store, options) => store.reschedule({ ...common, candidates: candidates(ANN) }, options),
  findSchedule: (store, options) => store.findSchedule({ hostId: ANN }, options),
  saveSchedule: (store, options) => store.saveSchedule({ hostId: ANN, schedule: HOURS }, options),
}

/** Calls that nobody waits for. */
export function scheduleCallConformance({
  describe,
  it,
  expect,
  createStores,
}: ScheduleConformanceOptions): void {
  describe('calls of the schedule', () => {
    for (const [verb, call] of Object.entries(VERBS)) {
      it(`rejects ${verb} when nobody waits for it any more`, async () => {
        const { schedule } = await createStores({ bookings: [], meetingTypes: [CALL], schedules: {} })
        const outcome = await call(schedule, { signal: AbortSignal.abort() }).then(
          () => 'resolved',
          () => 'rejected',
        )
        expect(outcome).toEqual('rejected')
        expect(await schedule.findSchedule({ hostId: ANN })).toEqual(null)
      })
    }
  })
}
