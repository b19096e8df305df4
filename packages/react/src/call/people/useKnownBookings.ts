'use client'
import type { Booking, BookingPage } from '@meetings/contract'
import type { InfiniteData } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'
import { useRuntime } from '../../provider/runtime-context.ts'

/**
 * What `choose` finds among the bookings of the lists that were loaded before, as fresh as those lists. Nobody is
 * asked: a call must not wait for a list.
 *
 * @param choose stays the same function until it would find something else.
 */
export function useKnownBookings(choose: (bookings: readonly Booking[]) => Booking | null): Booking | null {
  const { queryClient } = useRuntime('VideoCallModal')
  const subscribe = useCallback(
    (listener: () => void) => queryClient.getQueryCache().subscribe(listener),
    [queryClient],
  )
  const read = useCallback(() => {
    const lists = queryClient.getQueriesData<InfiniteData<BookingPage>>({ queryKey: BOOKINGS_KEY })
    return choose(lists.flatMap(([, list]) => list?.pages?.flatMap((page) => page.bookings) ?? []))
  }, [queryClient, choose])

  return useSyncExternalStore(subscribe, read, read)
}
