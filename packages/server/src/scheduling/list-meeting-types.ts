import type { MeetingType, MeetingTypeList } from '@meetings/contract'
import type { MeetingsUser } from '../meetings-user.ts'
import type { MeetingTypeRecord } from '../ports/schedule-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { bookerOf, requireSchedule } from './scheduling-deps.ts'

/** Everything the user may book. */
export async function listMeetingTypes<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  user: User,
): Promise<MeetingTypeList> {
  const types = await requireSchedule(deps).listMeetingTypes({ viewer: bookerOf(deps, user) })
  return { meetingTypes: types.map(presentMeetingType), serverTime: deps.now().toISOString() }
}

/** A stored meeting type as it goes over the wire. */
export function presentMeetingType(type: MeetingTypeRecord): MeetingType {
  return {
    id: type.id,
    name: type.name,
    description: type.description,
    durationMinutes: type.rules.durationMinutes,
    hostMode: type.hostMode,
    hosts: type.hosts.map(({ id, name }) => ({ id, name })),
    questions: type.questions,
    minimumNoticeMinutes: type.rules.minimumNoticeMinutes,
    furthestDays: type.rules.furthestDays,
    cancellationCutoffMinutes: type.cancellationCutoffMinutes,
  }
}
