'use client'
import { type CalendarDate, toCalendar } from '@internationalized/date'
import { fillMessage } from '../../i18n/fill-message.ts'
import { Button } from '../../theme/button/Button.tsx'
import type { MonthInput } from '../queries/useMonth.ts'
import { useNextFreeDay } from '../queries/useNextFreeDay.ts'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import type { ViewerFormats } from '../useViewer.ts'
import { calendarOf, monthRange } from './booking-months.ts'

export interface EmptyMonthProps extends Omit<MonthInput, 'locale'> {
  viewer: ViewerFormats
  onGoTo(day: CalendarDate): void
}

/** Says that a month has nothing free, and where the next free time is. */
export function EmptyMonth({ viewer, onGoTo, ...input }: EmptyMonthProps) {
  const words = useSchedulingWords()
  const { day, days } = input
  const after = monthRange(day, days, viewer.locale)?.to ?? days.last.toString()
  const next = useNextFreeDay({ ...input, after }, true)
  const write = (options: Intl.DateTimeFormatOptions, date: CalendarDate) =>
    new Intl.DateTimeFormat(viewer.locale, { ...options, timeZone: 'UTC' }).format(date.toDate('UTC'))
  const month = write({ month: 'long' }, toCalendar(day, calendarOf(viewer.locale)))
  const dayOf = (date: CalendarDate) => write({ weekday: 'long', day: 'numeric', month: 'long' }, date)
  return (
    <div role="status" data-meetings-part="empty-month">
      <div>
        {next === null
          ? fillMessage(words.emptyMonths, { date: dayOf(days.last) })
          : fillMessage(words.emptyMonth, { month })}
      </div>
      {next && (
        <Button onClick={() => onGoTo(next)}>{fillMessage(words.nextFreeDay, { date: dayOf(next) })}</Button>
      )}
    </div>
  )
}
