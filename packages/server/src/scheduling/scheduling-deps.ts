import { MeetingsError } from '../errors/meetings-error.ts'
import { defaultViewer } from '../launch/viewer.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { Booker, ScheduleStore } from '../ports/schedule-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'

/** The store of schedules. Throws `ROUTE_NOT_FOUND` when `createMeetings` was given none: nothing can be booked. */
export function requireSchedule<User extends MeetingsUser>({ schedule }: UseCaseDeps<User>): ScheduleStore {
  if (schedule !== undefined) return schedule
  const cause = new Error('createMeetings was given no schedule, so nothing can be booked. Give it one.')
  throw new MeetingsError('ROUTE_NOT_FOUND', { cause })
}

/** The user as the store of schedules sees them. */
export function bookerOf<User extends MeetingsUser>(deps: UseCaseDeps<User>, user: User): Booker {
  return { ...defaultViewer(deps, user), organizationId: user.organizationId ?? null }
}
