'use client'
import type { Booking } from '@meetings/contract'
import { useEffect } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { isCallOpen } from '../../session/call-session.ts'
import { tickerOf } from '../ticker/useTimeLabel.ts'
import { bookingBoundaries } from './booking-boundaries.ts'
import { bookingsKeys } from './bookings-query.ts'

/**
 * Asks for the bookings again when they have probably changed: a window opened, a meeting started or
 * ended, this person's call opened or closed. Focus and reconnects are TanStack Query's own.
 */
export function useFreshBookings(bookings: readonly Booking[]): void {
  const { calls, clock, queryClient } = useRuntime('useBookings')

  useEffect(() => {
    // A query client that no QueryClientProvider mounted does not hear of focus and reconnects.
    queryClient.mount()
    return () => queryClient.unmount()
  }, [queryClient])

  useEffect(() => {
    const askAgain = () => void queryClient.invalidateQueries({ queryKey: bookingsKeys.all })
    const boundaries = bookingBoundaries(bookings)
    let passed = boundaries.at(clock.now())
    const stopTicker = tickerOf(clock).subscribe(boundaries, () => {
      const count = boundaries.at(clock.now())
      // A corrected clock wakes every label; only a boundary that was crossed is news.
      if (count === passed) return
      passed = count
      askAgain()
    })
    let wasOpen = isCallOpen(calls.getState().session)
    const stopCalls = calls.subscribe(() => {
      const isOpen = isCallOpen(calls.getState().session)
      if (isOpen === wasOpen) return
      wasOpen = isOpen
      askAgain()
    })
    return () => {
      stopTicker()
      stopCalls()
    }
  }, [bookings, calls, clock, queryClient])
}
