/** Where the handlers live unless the host says otherwise. */
export const DEFAULT_BASE_PATH = '/api/meetings'

/** The route table: the server matches it, the client calls it. */
export const MEETING_ROUTES = {
  launchVideo: { method: 'POST', path: '/launch-video' },
  refreshToken: { method: 'POST', path: '/refresh-token' },
  leaveVideo: { method: 'POST', path: '/leave-video' },
  endVideo: { method: 'POST', path: '/end-video' },
  listBookings: { method: 'GET', path: '/bookings' },
  twilioStatusCallback: { method: 'POST', path: '/twilio/status-callback' },
  openapi: { method: 'GET', path: '/openapi.json' },
  health: { method: 'GET', path: '/health' },
} as const satisfies Record<string, { method: 'GET' | 'POST'; path: `/${string}` }>

export type MeetingRouteName = keyof typeof MEETING_ROUTES
