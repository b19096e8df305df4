'use client'
import type { Booking, BookingPage } from '@meetings/contract'
import type { InfiniteData } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { bookingIdOf } from '../../session/call-session.ts'

/** The booking of this call from the list it was joined from, as fresh as that list; `null` without one. */
export function useCallBooking(): Booking | null {
  const { queryClient } = useRuntime('VideoCallModal')
  const bookingId = useCallState(selectBookingId)

  const subscribe = useCallback(
    (listener: () => void) => queryClient.getQueryCache().subscribe(listener),
    [queryClient],
  )
  const read = useCallback(() => {
    const lists = queryClient.getQueriesData<InfiniteData<BookingPage>>({ queryKey: BOOKINGS_KEY })
    const bookings = lists.flatMap(([, list]) => list?.pages.flatMap((page) => page.bookings) ?? [])
    return bookings.find((booking) => booking.id === bookingId) ?? null
  }, [queryClient, bookingId])

  return useSyncExternalStore(subscribe, read, read)
}

const selectBookingId = ({ session }: CallState) => bookingIdOf(session)
