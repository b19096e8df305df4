/** Where the handlers live unless the host says otherwise. */
export const DEFAULT_BASE_PATH = '/api/meetings'

/** The route table: the server matches it, the client calls it. `:id` stands for the id of a booking or a hold. */
export const MEETING_ROUTES = {
  launchVideo: { method: 'POST', path: '/launch-video' },
  refreshToken: { method: 'POST', path: '/refresh-token' },
  leaveVideo: { method: 'POST', path: '/leave-video' },
  endVideo: { method: 'POST', path: '/end-video' },
  removeParticipant: { method: 'POST', path: '/remove-participant' },
  readmitParticipant: { method: 'POST', path: '/readmit-participant' },
  admitParticipant: { method: 'POST', path: '/admit-participant' },
  lockMeeting: { method: 'POST', path: '/lock-meeting' },
  readModeration: { method: 'GET', path: '/moderation' },
  listBookings: { method: 'GET', path: '/bookings' },
  listMeetingTypes: { method: 'GET', path: '/meeting-types' },
  listAvailability: { method: 'GET', path: '/availability' },
  holdSlot: { method: 'POST', path: '/holds' },
  releaseHold: { method: 'POST', path: '/holds/:id/release' },
  createBooking: { method: 'POST', path: '/bookings' },
  cancelBooking: { method: 'POST', path: '/bookings/:id/cancel' },
  rescheduleBooking: { method: 'POST', path: '/bookings/:id/reschedule' },
  bookingCalendar: { method: 'GET', path: '/bookings/:id/calendar.ics' },
  readSchedule: { method: 'GET', path: '/schedule' },
  saveSchedule: { method: 'PUT', path: '/schedule' },
  twilioStatusCallback: { method: 'POST', path: '/twilio/status-callback' },
  openapi: { method: 'GET', path: '/openapi.json' },
  health: { method: 'GET', path: '/health' },
} as const satisfies Record<string, { method: 'GET' | 'POST' | 'PUT'; path: `/${string}` }>

export type MeetingRouteName = keyof typeof MEETING_ROUTES

/** The path of a route below the base path, for the booking or hold it is about. */
export function pathOfRoute(route: MeetingRouteName, id = ''): string {
  return MEETING_ROUTES[route].path.replace(':id', encodeURIComponent(id))
}

/** Carries the key of a request that must not be done twice, to `POST /bookings`. */
export const IDEMPOTENCY_HEADER = 'idempotency-key'

/** `true` on an answer that was given before: the booking was made by an earlier request with the same key. */
export const REPLAYED_HEADER = 'idempotency-replayed'
