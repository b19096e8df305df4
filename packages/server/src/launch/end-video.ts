import { type LeaveReceipt, roomNameOf } from '@meetings/contract'
import { isInCharge } from '../bookings/participant-role.ts'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { EndResult, Viewer } from '../ports/booking-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { viewerOf } from './viewer.ts'

/**
 * Ends the meeting for everybody, for its host or an admin: first the booking, so that nobody can come back,
 * then the room. Repeating it is safe, and the way out when the room service did not answer.
 * Throws `BOOKING_NOT_FOUND`, `BOOKING_CANCELLED`, `ACTION_FORBIDDEN`, `VIDEO_UNAVAILABLE` or `STORE_UNAVAILABLE`.
 */
export async function endVideo<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
  onCompleted: () => Promise<void>,
): Promise<LeaveReceipt> {
  const viewer = await viewerOf(deps, bookingId, user)
  const result = await deps.store.end({ bookingId, viewer, at: deps.now() })
  if (result === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  if (!result.ended) throw refusal(result, viewer)
  const { booking, completed } = result
  // Told before the room is asked to close: the booking is completed, whatever becomes of the room.
  if (completed) await onCompleted()
  await deps.video.endRoom(roomNameOf(booking.id))
  return { bookingId: booking.id, status: booking.status }
}

function refusal({ booking }: EndResult, viewer: Viewer): MeetingsError {
  if (!isInCharge(booking, viewer)) return new MeetingsError('ACTION_FORBIDDEN')
  if (booking.status === 'cancelled') return new MeetingsError('BOOKING_CANCELLED')
  return new MeetingsError('ACTION_FORBIDDEN', { message: 'This meeting has not begun. Cancel it instead.' })
}
