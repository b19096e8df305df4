import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import type { ScheduleStore } from '../ports/schedule-store.ts'
import { BOOKING_ROUTES } from './booking-routes.ts'

/** The routes that are there: without a store of schedules nothing can be booked. */
export function servedRoutes(schedule: ScheduleStore | undefined): MeetingRouteName[] {
  const names = Object.keys(MEETING_ROUTES) as MeetingRouteName[]
  return names.filter((name) => schedule !== undefined || !Object.hasOwn(BOOKING_ROUTES, name))
}
