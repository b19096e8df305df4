import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import type { BookingStore } from '../ports/booking-store.ts'
import type { ScheduleStore } from '../ports/schedule-store.ts'
import type { VideoProvider } from '../ports/video-provider.ts'
import { BOOKING_ROUTE_NAMES } from './lazy-booking-routes.ts'
import { MODERATION_ROUTE_NAMES } from './lazy-moderation-routes.ts'

/**
 * The routes that are there. Without a store of schedules nothing can be booked; without a store that keeps decisions,
 * and a video provider that carries them out, hosts can end a meeting only.
 */
export function servedRoutes(
  store: BookingStore,
  schedule: ScheduleStore | undefined,
  video: VideoProvider,
): MeetingRouteName[] {
  const canModerate = store.moderate !== undefined && video.removeParticipant !== undefined
  const missing = new Set<MeetingRouteName>([
    ...(schedule === undefined ? BOOKING_ROUTE_NAMES : []),
    ...(canModerate ? [] : MODERATION_ROUTE_NAMES),
  ])
  return (Object.keys(MEETING_ROUTES) as MeetingRouteName[]).filter((name) => !missing.has(name))
}
