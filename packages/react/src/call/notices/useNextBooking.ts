'use client'
import type { Booking, BookingPage } from '@meetings/contract'
import type { InfiniteData } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'

/** A meeting that began this long ago has been missed; in milliseconds. */
const MISSED_MS = 5 * 60_000

/**
 * The first booking after that of this call, from the lists that were loaded before; `null` when they know
 * none. Nobody is asked: a call must not wait for a list.
 */
export function useNextBooking(): Booking | null {
  const { queryClient, clock } = useRuntime('VideoCallModal')
  const bookingId = useCallState(selectBookingId)

  const subscribe = useCallback(
    (listener: () => void) => queryClient.getQueryCache().subscribe(listener),
    [queryClient],
  )
  const read = useCallback(() => {
    const lists = queryClient.getQueriesData<InfiniteData<BookingPage>>({ queryKey: BOOKINGS_KEY })
    const bookings = lists.flatMap(([, list]) => list?.pages?.flatMap((page) => page.bookings) ?? [])
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
  }, [queryClient, clock, bookingId])

  return useSyncExternalStore(subscribe, read, read)
}

const selectBookingId = ({ session }: CallState) => ticketOf(session)?.bookingId
