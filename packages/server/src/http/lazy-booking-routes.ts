import type { MeetingRouteName } from '@meetings/contract'
import type { PersonRoute } from './routes.ts'

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

/** They and their schemas, loaded when one is asked for: a server where nothing is booked never holds them. */
export const LAZY_BOOKING_ROUTES = Object.fromEntries(
  BOOKING_ROUTE_NAMES.map((name) => [name, lazy(name)]),
) as Record<BookingRouteName, PersonRoute>

function lazy(name: BookingRouteName): PersonRoute {
  return {
    access: 'person',
    answer: async (deps, call) => {
      const { BOOKING_ROUTES } = await import('./booking-routes.ts')
      return BOOKING_ROUTES[name].answer(deps, call)
    },
  }
}
