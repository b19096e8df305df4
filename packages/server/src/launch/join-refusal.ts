import {
  ADMISSION_RETRY_SECONDS,
  type JoinPolicy,
  joinStatus,
  joinWindow,
  tooEarlyMessage,
} from '@meetings/contract'
import { administers } from '../bookings/participant-role.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { ViewedBooking, Viewer } from '../ports/booking-store.ts'
import type { Barred } from '../ports/moderation.ts'

/** Why this viewer cannot join now; `null` when the window is open and the status allows it. */
export function joinRefusal(
  booking: ViewedBooking,
  viewer: Viewer,
  policy: JoinPolicy,
  now: Date,
): MeetingsError | null {
  if (booking.status === 'cancelled') return new MeetingsError('BOOKING_CANCELLED')
  const window = joinWindow(booking, policy)
  // An admin is never too early, even when they are the host as well.
  const role = administers(booking, viewer) ? 'admin' : booking.viewerRole
  const status = joinStatus(window, now.getTime(), role)
  if (status === 'over') return new MeetingsError('BOOKING_ENDED')
  if (status === 'open') return null
  return new MeetingsError('JOIN_TOO_EARLY', {
    message: tooEarlyMessage(policy.opensMinutesBefore),
    details: { opensAt: window.opensAt, serverTime: now.toISOString() },
    retryAfterSeconds: Math.ceil((Date.parse(window.opensAt) - now.getTime()) / 1000),
  })
}

/** What somebody hears whom the host keeps out. */
export function barredRefusal(barred: Barred): MeetingsError {
  if (barred === 'removed') return new MeetingsError('REMOVED_FROM_MEETING')
  if (barred === 'locked') return new MeetingsError('MEETING_LOCKED')
  const retryAfterSeconds = ADMISSION_RETRY_SECONDS
  return new MeetingsError('WAITING_FOR_ADMISSION', { retryAfterSeconds, details: { retryAfterSeconds } })
}
