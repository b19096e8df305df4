import type { Booking } from '@meetings/contract'
import type { TimeLabel } from '../ticker/ticker.ts'

/**
 * Where a booking is in its life, for the eye. `soon`: the join window is open and the meeting has not
 * begun; `live`: it is on, or may still be joined; `past`: it is over or completed.
 */
export type BookingStage = 'ahead' | 'soon' | 'live' | 'past' | 'cancelled'

/** The stage of a booking. The same for everybody: that an admin may join early makes nothing "soon". */
export function bookingStage(
  booking: Pick<Booking, 'status' | 'startTime' | 'endTime' | 'joinWindow'>,
): TimeLabel<BookingStage> {
  const opensAt = Date.parse(booking.joinWindow.opensAt)
  const start = Date.parse(booking.startTime)
  const over = Math.max(Date.parse(booking.endTime), Date.parse(booking.joinWindow.closesAt))
  const { status } = booking
  const isSettled = status === 'cancelled' || status === 'completed'

  function at(now: number): BookingStage {
    if (status === 'cancelled') return 'cancelled'
    if (status === 'completed' || now >= over) return 'past'
    if (now >= start || status === 'in_progress') return 'live'
    return now >= opensAt ? 'soon' : 'ahead'
  }

  return {
    at,
    changesAfter: (now) =>
      isSettled
        ? null
        : ([opensAt, start, over].filter((instant) => instant > now).sort((a, b) => a - b)[0] ?? null),
  }
}
