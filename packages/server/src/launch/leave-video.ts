import type { LeaveReceipt } from '@meetings/contract'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { viewerOf } from './viewer.ts'

/**
 * Ends the person's visit; the last one out ends the meeting. Leaving twice changes nothing.
 * Throws `BOOKING_NOT_FOUND` or `STORE_UNAVAILABLE`.
 */
export async function leaveVideo<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
): Promise<{ receipt: LeaveReceipt; left: boolean; completed: boolean }> {
  const viewer = await viewerOf(deps, bookingId, user)
  const result = await deps.store.leave({ bookingId, viewer, at: deps.now() })
  if (result === null) throw new MeetingsError('BOOKING_NOT_FOUND')
  const { status, left, completed } = result
  return { receipt: { bookingId: result.bookingId, status }, left, completed }
}
