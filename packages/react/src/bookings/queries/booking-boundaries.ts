import type { Booking } from '@meetings/contract'
import type { TimeLabel } from '../ticker/ticker.ts'

/** Our clock may be a little ahead of the server's: ask when it has surely passed the boundary too. */
const SETTLE_MS = 1_000

/** Counts the moments passed at which the server's view of a booking may change: window opens, start, end. */
export function bookingBoundaries(bookings: readonly Booking[]): TimeLabel<number> {
  const instants = bookings
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ joinWindow, startTime, endTime }) => [
      joinWindow.opensAt,
      startTime,
      endTime,
      joinWindow.closesAt,
    ])
    .map((iso) => Date.parse(iso) + SETTLE_MS)
    .sort((a, b) => a - b)
  return {
    at: (now) => instants.filter((instant) => instant <= now).length,
    changesAfter: (now) => instants.find((instant) => instant > now) ?? null,
  }
}
