'use client'
import { useMemo } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { type BookingsQuery, bookingsQueryOptions, DEFAULT_PAGE_SIZE } from './bookings-query.ts'

/**
 * The query behind `useBookings`, for hosts that want the data in their own way: for `useInfiniteQuery`,
 * for prefetching, for reading the cache. Use it with the query client that the provider was given.
 *
 * @example
 * const options = useBookingsQueryOptions({ scope: 'past' })
 * const { data } = useInfiniteQuery(options)
 */
export function useBookingsQueryOptions({
  scope = 'upcoming',
  pageSize = DEFAULT_PAGE_SIZE,
}: Partial<BookingsQuery> = {}): ReturnType<typeof bookingsQueryOptions> {
  const runtime = useRuntime('useBookingsQueryOptions')
  return useMemo(() => bookingsQueryOptions(runtime, { scope, pageSize }), [runtime, scope, pageSize])
}
