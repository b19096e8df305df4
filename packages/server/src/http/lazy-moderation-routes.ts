import type { MeetingRouteName } from '@meetings/contract'
import type { PersonRoute } from './routes.ts'

/** The routes of hosts: without a store that keeps decisions, they are not there. */
export const MODERATION_ROUTE_NAMES = [
  'removeParticipant',
  'readmitParticipant',
  'admitParticipant',
  'lockMeeting',
  'readModeration',
] as const satisfies readonly MeetingRouteName[]

export type ModerationRouteName = (typeof MODERATION_ROUTE_NAMES)[number]

/** They and their schemas, loaded when one is asked for. */
export const LAZY_MODERATION_ROUTES = Object.fromEntries(
  MODERATION_ROUTE_NAMES.map((name) => [name, lazy(name)]),
) as Record<ModerationRouteName, PersonRoute>

function lazy(name: ModerationRouteName): PersonRoute {
  return {
    access: 'person',
    answer: async (deps, call) => {
      const { MODERATION_ROUTES } = await import('./moderation-routes.ts')
      return MODERATION_ROUTES[name].answer(deps, call)
    },
  }
}
