'use client'
import type { Booking } from '@meetings/contract'
import { useCallback } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { useKnownBookings } from '../people/useKnownBookings.ts'

/** A meeting that began this long ago has been missed; in milliseconds. */
const MISSED_MS = 5 * 60_000

/** The first booking after that of this call; `null` when the loaded lists know none. */
export function useNextBooking(): Booking | null {
  const { clock } = useRuntime('VideoCallModal')
  const bookingId = useCallState(selectBookingId)
  return useKnownBookings(
    useCallback(
      (bookings) => {
        const from = clock.now() - MISSED_MS
        const open = bookings.filter(
          ({ id, status, startTime }) =>
            id !== bookingId && status === 'confirmed' && Date.parse(startTime) > from,
        )
        const [first = null, ...others] = open
        return others.reduce(
          (next, booking) => (next && booking.startTime < next.startTime ? booking : next),
          first,
        )
      },
      [clock, bookingId],
    ),
  )
}

const selectBookingId = ({ session }: CallState) => ticketOf(session)?.bookingId
