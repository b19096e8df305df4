import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import type { ScheduleStore } from '../ports/schedule-store.ts'
import { BOOKING_ROUTE_NAMES } from './lazy-booking-routes.ts'

/** The routes that are there: without a store of schedules nothing can be booked. */
export function servedRoutes(schedule: ScheduleStore | undefined): MeetingRouteName[] {
  const names = Object.keys(MEETING_ROUTES) as MeetingRouteName[]
  return schedule === undefined
    ? names.filter((name) => !BOOKING_ROUTE_NAMES.some((one) => one === name))
    : names
}
