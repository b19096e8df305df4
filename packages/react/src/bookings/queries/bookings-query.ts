import type { BookingPage, BookingScope } from '@meetings/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'
import type { MeetingRuntime } from '../../provider/meeting-runtime.ts'
import { tickerOf } from '../ticker/useTimeLabel.ts'

/** The keys bookings are cached under: `queryClient.invalidateQueries({ queryKey: bookingsKeys.all })`. */
export const bookingsKeys = {
  all: BOOKINGS_KEY,
  list: (query: BookingsQuery) => [...bookingsKeys.all, 'list', query] as const,
}

export interface BookingsQuery {
  scope: BookingScope
  /** How many to ask for at a time, 1 to 100. */
  pageSize: number
}

/** What the query fails with. `message` is the code, so that a host's error log has something to show. */
export type BookingsError = Error & { problem: MeetingsProblem }

/** How many bookings are asked for at a time. */
export const DEFAULT_PAGE_SIZE = 20

const FRESH_FOR_MS = 10_000
/** One quiet second try, soon: then the reader is told. */
const RETRY_DELAY_MS = 500

/** What bookings are read from. */
export interface BookingsSource {
  client: Pick<MeetingRuntime['client'], 'listBookings'>
  clock: MeetingRuntime['clock']
}

/** The bookings of one scope, page by page, as TanStack Query wants to know it. */
export function bookingsQueryOptions({ client, clock }: BookingsSource, query: BookingsQuery) {
  return infiniteQueryOptions({
    queryKey: bookingsKeys.list(query),
    async queryFn({ pageParam, signal }): Promise<BookingPage> {
      const askedAt = clock.now()
      const answer = await client.listBookings(
        { scope: query.scope, limit: query.pageSize, ...(pageParam !== null && { cursor: pageParam }) },
        { signal },
      )
      if (!answer.ok) throw toError(answer.problem)
      clock.sync(answer.value.serverTime, askedAt)
      tickerOf(clock).refresh()
      return answer.value
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: BookingPage) => page.nextCursor,
    staleTime: FRESH_FOR_MS,
    // What was missed while offline is missed however short that was.
    refetchOnReconnect: 'always' as const,
    retry: (failures: number, error: Error) => failures < 1 && problemOf(error).retryable,
    retryDelay: RETRY_DELAY_MS,
  })
}

/** The problem behind a failed query; whatever else a host's query client threw is an unexpected answer. */
export function problemOf(error: Error): MeetingsProblem {
  return isBookingsError(error) ? error.problem : { code: 'UNEXPECTED_ANSWER', retryable: true }
}

function isBookingsError(error: Error): error is BookingsError {
  return 'problem' in error
}

function toError(problem: MeetingsProblem): BookingsError {
  return Object.assign(new Error(problem.code), { problem })
}
