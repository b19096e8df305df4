'use client'
import type { Booking, BookingReceipt, Slot } from '@meetings/contract'
import { useRef, useState } from 'react'
import type { Answer } from '../../client/meetings-client.ts'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { nearestSlots } from '../../client/read-scheduling.ts'
import { BOOKINGS_KEY } from '../../provider/bookings-key.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { SCHEDULE_KEY } from '../queries/availability-query.ts'

/** How the last attempt to book or move went. */
export type Sending =
  | { status: 'idle' }
  | { status: 'sending' }
  /** `start` is the time that was taken: another one is a new chance. */
  | { status: 'taken'; start: string; nearest: readonly Slot[] }
  | { status: 'failed'; problem: MeetingsProblem }

/** Sends one request at a time and tells the lists when it changed something. */
export function useSend(onDone: (booking: Booking) => void) {
  const { queryClient } = useRuntime('MeetingsBooking')
  const [sending, setSending] = useState<Sending>({ status: 'idle' })
  const isUnderWay = useRef(false)

  async function send(start: string, request: () => Promise<Answer<BookingReceipt>>): Promise<Sending> {
    if (isUnderWay.current) return sending
    isUnderWay.current = true
    setSending({ status: 'sending' })
    const answer = await request()
    isUnderWay.current = false
    const next = outcomeOf(answer, start)
    setSending(next)
    // What was shown as free is not: neither after a success nor after somebody was faster.
    void queryClient.invalidateQueries({ queryKey: SCHEDULE_KEY })
    if (answer.ok) {
      void queryClient.invalidateQueries({ queryKey: BOOKINGS_KEY })
      onDone(answer.value.booking)
    }
    return next
  }

  return { sending, send }
}

function outcomeOf(answer: Answer<BookingReceipt>, start: string): Sending {
  if (answer.ok) return { status: 'idle' }
  const { problem } = answer
  return problem.code === 'SLOT_TAKEN'
    ? { status: 'taken', start, nearest: nearestSlots(problem) }
    : { status: 'failed', problem }
}
