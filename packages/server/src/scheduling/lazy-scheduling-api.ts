import type { MeetingsEvent } from '../meetings-events.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import type { SchedulingApi } from './scheduling-api.ts'

/** The booking's use cases, loaded when one is called: a server where nothing is booked never holds them. */
export function lazySchedulingApi<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  emit: (event: MeetingsEvent) => Promise<void>,
): SchedulingApi<User> {
  const load = async () => (await import('./scheduling-api.ts')).createSchedulingApi(deps, emit)
  return {
    listMeetingTypes: async (as) => (await load()).listMeetingTypes(as),
    listAvailability: async (query, as) => (await load()).listAvailability(query, as),
    holdSlot: async (input, as) => (await load()).holdSlot(input, as),
    releaseHold: async (input, as) => (await load()).releaseHold(input, as),
    createBooking: async (draft, as) => (await load()).createBooking(draft, as),
    cancelBooking: async (input, as) => (await load()).cancelBooking(input, as),
    rescheduleBooking: async (input, as) => (await load()).rescheduleBooking(input, as),
    bookingCalendar: async (input, as) => (await load()).bookingCalendar(input, as),
    readSchedule: async (as) => (await load()).readSchedule(as),
    saveSchedule: async (schedule, as) => (await load()).saveSchedule(schedule, as),
  }
}
