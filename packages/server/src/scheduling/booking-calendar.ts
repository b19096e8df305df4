import type { MeetingsUser } from '../meetings-user.ts'
import type { UseCaseDeps } from '../use-case-deps.ts'
import { findOwnBooking } from './find-own-booking.ts'

/** A file to download. */
export interface CalendarFile {
  /** With its parameters. */
  contentType: string
  fileName: string
  content: string
}

/** The booking as an iCalendar file, for whoever takes part in it. Throws `BOOKING_NOT_FOUND`. */
export async function bookingCalendar<User extends MeetingsUser>(
  deps: UseCaseDeps<User>,
  bookingId: string,
  user: User,
): Promise<CalendarFile> {
  const { booking } = await findOwnBooking(deps, bookingId, user)
  // Loaded when somebody asks: a server that nobody asks never holds it.
  const { calendarFile } = await import('./calendar-file.ts')
  return calendarFile(booking, { now: deps.now(), url: deps.publicPage })
}
