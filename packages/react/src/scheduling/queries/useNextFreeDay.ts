'use client'
import type { CalendarDate } from '@internationalized/date'
import { parseDate } from '@internationalized/date'
import { useQuery } from '@tanstack/react-query'
import { useRuntime } from '../../provider/runtime-context.ts'
import { rangesBetween } from '../time-step/booking-months.ts'
import { availabilityQuery, SCHEDULE_KEY } from './availability-query.ts'
import type { MonthInput } from './useMonth.ts'

/** The server answers for so many days at a time. */
const DAYS_AT_A_TIME = 62

/**
 * The first day after an empty month that has a free time. `undefined` while it is looked for, `null` when
 * there is none. Looks only when `isWanted`.
 */
export function useNextFreeDay(
  input: Omit<MonthInput, 'day' | 'locale'> & { after: string },
  isWanted: boolean,
): CalendarDate | null | undefined {
  const { client, meetingType, moving, timeZone, days, after } = input
  const { clock, queryClient } = useRuntime('MeetingsBooking')
  const about = { meetingTypeId: meetingType.id, timeZone, ...(moving && { bookingId: moving.id }) }
  const { data } = useQuery(
    {
      queryKey: [...SCHEDULE_KEY, 'next-free-day', about, after] as const,
      enabled: isWanted,
      async queryFn(): Promise<string | null> {
        for (const range of rangesBetween(parseDate(after).add({ days: 1 }), days.last, DAYS_AT_A_TIME)) {
          const found = await queryClient.fetchQuery(
            availabilityQuery({ client, clock }, { ...about, ...range }),
          )
          const free = found.days.find(({ slots }) => slots.length > 0)
          if (free) return free.date
        }
        return null
      },
      staleTime: 30_000,
      retry: false,
    },
    queryClient,
  )
  return typeof data === 'string' ? parseDate(data) : data
}
