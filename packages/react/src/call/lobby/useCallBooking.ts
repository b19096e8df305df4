'use client'
import type { Booking } from '@meetings/contract'
import { useCallback } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { bookingIdOf } from '../../session/call-session.ts'
import { useKnownBookings } from '../people/useKnownBookings.ts'

/** The booking of this call from the list it was joined from; `null` without one. */
export function useCallBooking(): Booking | null {
  const bookingId = useCallState(selectBookingId)
  return useKnownBookings(
    useCallback((bookings) => bookings.find(({ id }) => id === bookingId) ?? null, [bookingId]),
  )
}

const selectBookingId = ({ session }: CallState) => bookingIdOf(session)
