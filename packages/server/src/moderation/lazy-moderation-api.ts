import type { MeetingsEvent } from '../meetings-events.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import type { ModerationApi } from './moderation-api.ts'

/** The use cases of moderation, loaded when one is called: most servers start without a host who needs them. */
export function lazyModerationApi<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  emit: (event: MeetingsEvent) => Promise<void>,
): ModerationApi<User> {
  const load = async () => (await import('./moderation-api.ts')).createModerationApi(deps, emit)
  return {
    removeParticipant: async (input, as) => (await load()).removeParticipant(input, as),
    readmitParticipant: async (input, as) => (await load()).readmitParticipant(input, as),
    admitParticipant: async (input, as) => (await load()).admitParticipant(input, as),
    lockMeeting: async (input, as) => (await load()).lockMeeting(input, as),
    readModeration: async (input, as) => (await load()).readModeration(input, as),
  }
}
