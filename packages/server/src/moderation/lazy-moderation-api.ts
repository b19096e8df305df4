import { MODERATION_ROUTE_NAMES } from '../http/lazy-moderation-routes.ts'
import type { MeetingsEvent } from '../meetings-events.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import { lazyVerbs } from '../operations/lazy-verbs.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import type { ModerationApi } from './moderation-api.ts'

/** The use cases of moderation, loaded when one is called: each is called as its route. */
export function lazyModerationApi<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  emit: (event: MeetingsEvent) => Promise<void>,
): ModerationApi<User> {
  return lazyVerbs<ModerationApi<User>>(MODERATION_ROUTE_NAMES, async () =>
    (await import('./moderation-api.ts')).createModerationApi(deps, emit),
  )
}
