import type { MeetingRouteName } from '@meetings/contract'
import { lazyRoutes } from './lazy-routes.ts'

/** The routes of hosts: without a store that keeps decisions, they are not there. */
export const MODERATION_ROUTE_NAMES = [
  'removeParticipant',
  'readmitParticipant',
  'admitParticipant',
  'lockMeeting',
  'readModeration',
] as const satisfies readonly MeetingRouteName[]

export type ModerationRouteName = (typeof MODERATION_ROUTE_NAMES)[number]

/** They and their schemas. */
export const LAZY_MODERATION_ROUTES = lazyRoutes(
  MODERATION_ROUTE_NAMES,
  async () => (await import('./moderation-routes.ts')).MODERATION_ROUTES,
)
