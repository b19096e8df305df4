import { type BookingPage, type BookingScope, MINUTE_MS } from '@meetings/contract'
import { forgottenBy } from '../launch/after-the-end.ts'
import { defaultViewer } from '../launch/viewer.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { ListPosition } from '../ports/booking-store.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { encodeCursor } from './encode-cursor.ts'
import { presentBooking } from './present-booking.ts'

export interface ListBookingsInput {
  /** Default `upcoming`. */
  scope?: BookingScope | undefined
  /** 1 to 100, default 50. */
  limit?: number | undefined
  /** `nextCursor` of the page before. */
  cursor?: string | undefined
}

/** A page of the bookings the user takes part in or, for an admin, of the organisation's. */
export async function listBookings<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  input: ListBookingsInput,
  user: User,
): Promise<BookingPage> {
  const now = deps.now()
  const viewer = defaultViewer(deps, user)
  const page = await deps.store.list({
    viewer,
    scope: input.scope ?? 'upcoming',
    endsAfter: new Date(now.getTime() - deps.policy.closesMinutesAfter * MINUTE_MS),
    forgottenBy: forgottenBy(now),
    limit: input.limit ?? 50,
    after: input.cursor === undefined ? null : await positionAt(input.cursor),
  })
  return {
    bookings: page.bookings.map((booking) => presentBooking(booking, viewer, deps)),
    nextCursor: page.next === null ? null : encodeCursor(page.next),
    serverTime: now.toISOString(),
  }
}

// Loaded when somebody asks for a second page: it loads zod.
async function positionAt(cursor: string): Promise<ListPosition> {
  const { decodeCursor } = await import('./decode-cursor.ts')
  return decodeCursor(cursor)
}
