import type { BookingPage, BookingScope, LaunchTicket, LeaveReceipt, TokenRenewal } from '@meetings/contract'
import type { MeetingsProblem } from './meetings-problem.ts'

/** An answer, or the reason there is none. Nothing in the client throws. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: MeetingsProblem }

/** The typed client over the route table. */
export interface MeetingsClient {
  launchVideo(bookingId: string, options?: { signal?: AbortSignal }): Promise<Answer<LaunchTicket>>
  refreshToken(bookingId: string, options?: { signal?: AbortSignal }): Promise<Answer<TokenRenewal>>
  /** `keepAlive`: the page is closing; the request is sent at once with the last known access token. */
  leaveVideo(bookingId: string, options?: { keepAlive?: boolean }): Promise<Answer<LeaveReceipt>>
  listBookings(
    query: { scope?: BookingScope; limit?: number; cursor?: string },
    options?: { signal?: AbortSignal },
  ): Promise<Answer<BookingPage>>
}
