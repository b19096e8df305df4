import type { BookingPage, LaunchTicket, LeaveReceipt, TokenRenewal } from '@meetings/contract'
import { bookingRequestSchema, listBookingsQuerySchema } from '@meetings/contract/schemas'
import { type ListBookingsInput, listBookings } from './bookings/list-bookings.ts'
import { toMeetingsError } from './errors/meetings-error.ts'
import { parseInput } from './http/parse-input.ts'
import { launchVideo } from './launch/launch-video.ts'
import { leaveVideo } from './launch/leave-video.ts'
import { refreshToken } from './launch/refresh-token.ts'
import type { MeetingsEvent } from './meetings-events.ts'
import type { MeetingsUser } from './meetings-user.ts'
import type { UseCaseDeps } from './use-case-deps.ts'

/**
 * What the routes do, as functions for your own server code (a server action, a job). The caller vouches for
 * the user. Every function throws a `MeetingsError`.
 */
export interface MeetingsApi<User extends MeetingsUser = MeetingsUser> {
  /** Lets the user in and returns what a browser needs to open the call. */
  launchVideo(input: { bookingId: string }, as: { user: User }): Promise<LaunchTicket>
  /** A fresh token for a call that goes on. */
  refreshToken(input: { bookingId: string }, as: { user: User }): Promise<TokenRenewal>
  /** Ends the user's visit; the last one out ends the meeting. */
  leaveVideo(input: { bookingId: string }, as: { user: User }): Promise<LeaveReceipt>
  /** A page of the user's bookings. */
  listBookings(input: ListBookingsInput, as: { user: User }): Promise<BookingPage>
}

/** The use cases behind one door: input is checked, failures carry a code, events are told. */
export function createMeetingsApi<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  emit: (event: MeetingsEvent) => Promise<void>,
): MeetingsApi<User> {
  return {
    launchVideo: (input, { user }) =>
      withCode(async () => {
        const ticket = await launchVideo(deps, bookingIdIn(input), user)
        const { bookingId, role } = ticket
        await emit({ type: 'person.entered', bookingId, userId: user.id, role, at: deps.now() })
        return ticket
      }),
    refreshToken: (input, { user }) => withCode(() => refreshToken(deps, bookingIdIn(input), user)),
    leaveVideo: (input, { user }) =>
      withCode(async () => {
        const receipt = await leaveVideo(deps, bookingIdIn(input), user)
        await emit({ type: 'person.left', ...receipt, userId: user.id, at: deps.now() })
        return receipt
      }),
    listBookings: (input, { user }) =>
      withCode(() => listBookings(deps, parseInput(listBookingsQuerySchema, input), user)),
  }
}

function bookingIdIn(input: { bookingId: string }): string {
  return parseInput(bookingRequestSchema, { booking_id: input.bookingId }).booking_id.toLowerCase()
}

/** A closure, so that bad input rejects instead of throwing. */
async function withCode<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw toMeetingsError(error)
  }
}
