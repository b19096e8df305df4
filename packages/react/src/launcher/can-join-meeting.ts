import { type Booking, joinStatus } from '@meetings/contract'

/** What the rule needs to know of a booking. */
export type JoinableBooking = Pick<Booking, 'joinWindow' | 'viewerRole' | 'status'>

/**
 * Whether a join click makes sense at `now` (milliseconds since the epoch): the rule of the server, whose
 * answer wins. A meeting that everybody left may be entered again until its end.
 */
export function canJoinMeeting(booking: JoinableBooking, now: number): boolean {
  if (booking.status === 'cancelled') return false
  return joinStatus(booking.joinWindow, now, booking.viewerRole) === 'open'
}
