'use client'
import type { Booking, BookingScope } from '@meetings/contract'
import { onlineManager, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { bookingsQueryOptions, DEFAULT_PAGE_SIZE, problemOf } from './bookings-query.ts'
import { useFreshBookings } from './useFreshBookings.ts'

export interface UseBookingsOptions {
  /** Which bookings; `upcoming` by default. */
  scope?: BookingScope
  /** How many to ask for at a time, 1 to 100; 20 by default. */
  pageSize?: number
  /** `false` waits, for example until somebody is signed in. */
  enabled?: boolean
  /**
   * Push: called once with what to call when bookings may have changed; answers how to stop. Keep its
   * identity over renders, or it subscribes again. For all lists at once: `subscribe` of the provider.
   */
  subscribe?: (onChange: () => void) => () => void
  /**
   * How often to ask again while a meeting can be joined, so that who is in the room stays true; in
   * seconds, 30 by default, `false` for never. Nothing is asked while the page is in the background.
   */
  pollSeconds?: number | false
}

export interface BookingsResult {
  /** `failed`: there is nothing to show. Once there is, it stays `ready` and a failure is in `problem`. */
  status: 'loading' | 'ready' | 'failed'
  /** In the server's order, without duplicates. A booking that did not change keeps its identity. */
  bookings: readonly Booking[]
  /** Why the last request failed; `null` after a success. */
  problem: MeetingsProblem | null
  /** What is shown is being asked for again. */
  isUpdating: boolean
  /** `retry` was called, or something else asks again after a failure. */
  isRetrying: boolean
  isOffline: boolean
  hasMore: boolean
  isLoadingMore: boolean
  showMore(): void
  /** Repeats what failed, or asks again. */
  retry(): void
}

const NOTHING: readonly Booking[] = []

/**
 * The viewer's bookings without any interface: paged, kept fresh, with the server's clock taken over.
 *
 * @example
 * const { status, bookings, showMore } = useBookings({ scope: 'past' })
 */
export function useBookings(options: UseBookingsOptions = {}): BookingsResult {
  const {
    scope = 'upcoming',
    pageSize = DEFAULT_PAGE_SIZE,
    enabled = true,
    subscribe,
    pollSeconds = 30,
  } = options
  const runtime = useRuntime('useBookings')
  const query = useInfiniteQuery(
    { ...bookingsQueryOptions(runtime, { scope, pageSize }), enabled },
    runtime.queryClient,
  )
  const { data, error, fetchNextPage, refetch, isFetchNextPageError } = query
  const problem = useMemo(() => (error ? problemOf(error) : null), [error])
  // Who is signed out must not go on reading what was loaded before.
  const isSignedOut = problem?.code === 'UNAUTHENTICATED'
  const bookings = useMemo(
    () => (data && !isSignedOut ? withoutDuplicates(data.pages.flatMap((page) => page.bookings)) : NOTHING),
    [data, isSignedOut],
  )
  useFreshBookings(bookings, { subscribe, enabled, pollSeconds })

  const isReady = data !== undefined && !isSignedOut
  return {
    status: isReady ? 'ready' : problem ? 'failed' : 'loading',
    bookings,
    problem,
    isUpdating: isReady && query.isFetching && !query.isFetchingNextPage,
    isRetrying: problem !== null && query.isFetching,
    isOffline: useIsOffline(),
    hasMore: isReady && query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    showMore: useCallback(() => void fetchNextPage(), [fetchNextPage]),
    retry: useCallback(
      () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
      [fetchNextPage, isFetchNextPageError, refetch],
    ),
  }
}

/** Pages overlap when a booking moved between two requests; the first place it was seen at counts. */
function withoutDuplicates(bookings: readonly Booking[]): readonly Booking[] {
  return [...new Map(bookings.map((booking) => [booking.id, booking])).values()]
}

const subscribeToConnection = (listener: () => void) => onlineManager.subscribe(listener)

function useIsOffline(): boolean {
  return useSyncExternalStore(
    subscribeToConnection,
    () => !onlineManager.isOnline(),
    () => false,
  )
}
