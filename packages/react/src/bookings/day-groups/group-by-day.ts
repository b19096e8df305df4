import type { Booking } from '@meetings/contract'
import type { Formats } from '../../i18n/formats.ts'

/** The bookings of one calendar day in the viewer's zone. */
export interface DayGroup {
  /** See `Formats.dayNumber`. */
  day: number
  /** An instant of that day, milliseconds since the epoch. */
  at: number
  bookings: Booking[]
}

/** Splits a list where the day of the start changes. The order is the server's and is kept. */
export function groupByDay(
  bookings: readonly Booking[],
  formats: Pick<Formats, 'dayNumber'>,
): readonly DayGroup[] {
  const groups: DayGroup[] = []
  for (const booking of bookings) {
    const at = Date.parse(booking.startTime)
    const day = formats.dayNumber(at)
    const last = groups.at(-1)
    if (last?.day === day) last.bookings.push(booking)
    else groups.push({ day, at, bookings: [booking] })
  }
  return groups
}
