import type { HostSchedule, ScheduleReceipt } from '@meetings/contract'
import { validateSchedule } from '../availability/validate-schedule.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { wrongFields } from './refusals.ts'
import { requireSchedule } from './scheduling-deps.ts'

/** When the user can be met, as a host; `null` when they have not said yet. */
export async function readSchedule<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  user: User,
): Promise<ScheduleReceipt> {
  return { schedule: await requireSchedule(deps).findSchedule({ hostId: user.id }) }
}

/** Replaces the user's own schedule; bookings stay as they are. Throws `VALIDATION_FAILED`. */
export async function saveSchedule<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  schedule: HostSchedule,
  user: User,
): Promise<ScheduleReceipt> {
  const store = requireSchedule(deps)
  const problems = validateSchedule(schedule)
  if (problems.length > 0) {
    throw wrongFields(problems.map(({ path, message }) => ({ path: onTheWire(path), message })))
  }
  await store.saveSchedule({ hostId: user.id, schedule })
  return { schedule }
}

function onTheWire(path: string): string {
  return path.replace(/^timeZone/, 'time_zone').replace(/^timeOff/, 'time_off')
}
