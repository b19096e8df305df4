import { BOOKING_ROUTE_NAMES } from '../http/lazy-booking-routes.ts'
import type { MeetingsEvent } from '../meetings-events.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { lazyVerbs } from '../operations/lazy-verbs.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import type { SchedulingApi } from './scheduling-api.ts'

/** The booking's use cases, loaded when one is called: each is called as its route. */
export function lazySchedulingApi<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  emit: (event: MeetingsEvent) => Promise<void>,
): SchedulingApi<User> {
  return lazyVerbs<SchedulingApi<User>>([...BOOKING_ROUTE_NAMES, 'bookingCalendar'], async () =>
    (await import('./scheduling-api.ts')).createSchedulingApi(deps, emit),
  )
}
