'use client'
import type { Booking } from '@meetings/contract'
import { focusManager } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { tickerOf } from '../ticker/useTimeLabel.ts'
import { bookingBoundaries } from './booking-boundaries.ts'
import { bookingsKeys } from './bookings-query.ts'
import type { UseBookingsOptions } from './useBookings.ts'

export interface Freshness {
  subscribe: UseBookingsOptions['subscribe']
  enabled: boolean
  pollSeconds: number | false
}

/**
 * Asks for the bookings again when time has probably changed them: a window opened, a meeting started or
 * ended. Focus and reconnects are TanStack Query's own; the call tells when it began or ended.
 */
export function useFreshBookings(bookings: readonly Booking[], freshness: Freshness): void {
  const { subscribe, enabled, pollSeconds } = freshness
  const { clock, queryClient, watchBookings } = useRuntime('useBookings')

  useEffect(() => {
    // A query client that no QueryClientProvider mounted does not hear of focus and reconnects.
    queryClient.mount()
    return () => queryClient.unmount()
  }, [queryClient])

  useEffect(() => {
    const boundaries = bookingBoundaries(bookings)
    let passed = boundaries.at(clock.now())
    return tickerOf(clock).subscribe(boundaries, () => {
      const count = boundaries.at(clock.now())
      // A corrected clock wakes every label; only a boundary that was crossed is news.
      if (count === passed) return
      passed = count
      void queryClient.invalidateQueries({ queryKey: bookingsKeys.all })
    })
  }, [bookings, clock, queryClient])

  useEffect(
    () => subscribe?.(() => void queryClient.invalidateQueries({ queryKey: bookingsKeys.all })),
    [subscribe, queryClient],
  )

  useEffect(() => (enabled ? watchBookings?.() : undefined), [enabled, watchBookings])

  useEffect(() => {
    if (!pollSeconds) return
    let cancel = () => {}
    const wait = () => {
      const now = clock.now()
      const opens = bookings
        .filter(({ status, joinWindow }) => status !== 'cancelled' && now < Date.parse(joinWindow.closesAt))
        .map(({ joinWindow }) => Date.parse(joinWindow.opensAt) - now)
      // Far ahead the boundaries are enough.
      if (Math.min(...opens) > 0) return
      cancel = clock.after(pollSeconds * 1_000, () => {
        if (focusManager.isFocused()) void queryClient.invalidateQueries({ queryKey: bookingsKeys.all })
        wait()
      })
    }
    const stop = tickerOf(clock).subscribe(bookingBoundaries(bookings), () => {
      cancel()
      wait()
    })
    wait()
    return () => {
      stop()
      cancel()
    }
  }, [bookings, pollSeconds, clock, queryClient])
}
