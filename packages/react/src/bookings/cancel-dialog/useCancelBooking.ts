'use client'
import type { Booking, BookingPage } from '@meetings/contract'
import type { InfiniteData } from '@tanstack/react-query'
import { useState } from 'react'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { bookingsKeys } from '../queries/bookings-query.ts'

export interface CancelBooking {
  isCancelling: boolean
  /** Why the last try did not work. */
  problem: MeetingsProblem | null
  cancel(reason: string): Promise<void>
}

/** Cancels a booking and tells every list; `onDone` gets it as it is now. */
export function useCancelBooking(bookingId: string, onDone: (booking: Booking) => void): CancelBooking {
  const { scheduling, queryClient } = useRuntime('MyBookingsList')
  const [state, setState] = useState<Omit<CancelBooking, 'cancel'>>({ isCancelling: false, problem: null })

  async function ask(reason: string) {
    try {
      return await (await scheduling()).cancelBooking(bookingId, reason ? { reason } : {})
    } catch {
      return { ok: false, problem: { code: 'NETWORK_UNREACHABLE', retryable: true } } as const
    }
  }

  async function cancel(reason: string): Promise<void> {
    setState({ isCancelling: true, problem: null })
    const answer = await ask(reason.trim())
    setState({ isCancelling: false, problem: answer.ok ? null : answer.problem })
    if (!answer.ok) return
    const { booking } = answer.value
    queryClient.setQueriesData<InfiniteData<BookingPage>>(
      { queryKey: [...bookingsKeys.all, 'list'] },
      (data) => data && { ...data, pages: data.pages.map((page) => withBooking(page, booking)) },
    )
    onDone(booking)
    void queryClient.invalidateQueries({ queryKey: bookingsKeys.all })
  }

  return { ...state, cancel }
}

function withBooking(page: BookingPage, changed: Booking): BookingPage {
  return { ...page, bookings: page.bookings.map((each) => (each.id === changed.id ? changed : each)) }
}
