'use client'
import type { CalendarDate } from '@internationalized/date'
import type { Booking, MeetingType, Slot } from '@meetings/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import type { SchedulingClient } from '../../client/scheduling-client.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { type BookingDays, monthRange } from '../time-step/booking-months.ts'
import { availabilityQuery, scheduleProblem } from './availability-query.ts'

export interface MonthInput {
  client: SchedulingClient
  meetingType: MeetingType
  moving: Booking | null
  timeZone: string
  /** Any day of the month that is looked at. */
  day: CalendarDate
  days: BookingDays
  locale: string
}

export interface Month {
  status: 'loading' | 'ready' | 'failed'
  /** Free times by date; a date that is not in it is not known. */
  slots: ReadonlyMap<string, readonly Slot[]>
  isEmpty: boolean
  problem: MeetingsProblem | null
  isRetrying: boolean
  retry(): void
}

const UNKNOWN: ReadonlyMap<string, readonly Slot[]> = new Map()

/** The free times of the month that is looked at; the next month is fetched ahead. */
export function useMonth(input: MonthInput): Month {
  const { client, meetingType, moving, timeZone, day, days, locale } = input
  const { clock, queryClient } = useRuntime('MeetingsBooking')
  const range = monthRange(day, days, locale) ?? { from: days.first.toString(), to: days.first.toString() }
  const about = { meetingTypeId: meetingType.id, timeZone, ...(moving && { bookingId: moving.id }) }
  const query = useQuery(availabilityQuery({ client, clock }, { ...about, ...range }), queryClient)
  const { data, error, refetch } = query

  const next = monthRange(day.add({ months: 1 }), days, locale)
  const nextOptions = next && availabilityQuery({ client, clock }, { ...about, ...next })
  const nextKey = JSON.stringify(nextOptions?.queryKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are new on every render, their key is not.
  useEffect(() => {
    if (data && nextOptions) void queryClient.prefetchQuery(nextOptions)
  }, [data, nextKey, queryClient])

  const slots = useMemo(
    () => (data ? new Map(data.days.map(({ date, slots }) => [date, slots])) : UNKNOWN),
    [data],
  )
  return {
    status: data ? 'ready' : error ? 'failed' : 'loading',
    slots,
    isEmpty: data?.days.every((day) => day.slots.length === 0) ?? false,
    problem: scheduleProblem(error),
    isRetrying: error !== null && query.isFetching,
    retry: () => void refetch(),
  }
}
