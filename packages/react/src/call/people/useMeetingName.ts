'use client'
import type { BookingPage } from '@meetings/contract'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { bookingIdOf } from '../../session/call-session.ts'

/**
 * What the booking of this call is called ("Consultation"), from the list it was joined from; `null` when
 * no list has been loaded. A ticket names people, not meetings.
 */
export function useMeetingName(caller: string): string | null {
  const { queryClient } = useRuntime(caller)
  const bookingId = useCallState(selectBookingId, caller)
  return useMemo(() => findName(queryClient, bookingId), [queryClient, bookingId])
}

function findName(queryClient: QueryClient, bookingId: string | undefined): string | null {
  const lists = queryClient.getQueriesData<InfiniteData<BookingPage>>({ queryKey: BOOKINGS_KEY })
  const bookings = lists.flatMap(([, list]) => list?.pages.flatMap((page) => page.bookings) ?? [])
  return bookings.find((booking) => booking.id === bookingId)?.meetingTypeName ?? null
}

const selectBookingId = ({ session }: CallState) => bookingIdOf(session)
