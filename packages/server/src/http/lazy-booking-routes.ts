import type { MeetingRouteName } from '@meetings/contract'
import { lazyRoutes } from './lazy-routes.ts'

/** The routes that need a store of schedules: without one, they are not there. */
export const BOOKING_ROUTE_NAMES = [
  'listMeetingTypes',
  'listAvailability',
  'holdSlot',
  'releaseHold',
  'createBooking',
  'cancelBooking',
  'rescheduleBooking',
  'readSchedule',
  'saveSchedule',
] as const satisfies readonly MeetingRouteName[]

export type BookingRouteName = (typeof BOOKING_ROUTE_NAMES)[number]

/** They and their schemas. */
export const LAZY_BOOKING_ROUTES = lazyRoutes(
  BOOKING_ROUTE_NAMES,
  async () => (await import('./booking-routes.ts')).BOOKING_ROUTES,
)
