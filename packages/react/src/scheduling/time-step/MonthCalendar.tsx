'use client'
import { type CalendarDate, isSameMonth, parseDate, toCalendar } from '@internationalized/date'
import { useMemo } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import type { Month } from '../queries/useMonth.ts'
import { SchedulingIcon } from '../SchedulingIcon.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { type BookingDays, calendarOf, monthsToShow } from './booking-months.ts'
import { DayCell } from './DayCell.tsx'
import { weekdayStyle } from './weekday-style.ts'

export interface MonthCalendarProps {
  days: BookingDays
  month: Month
  /** Any day of the month that is looked at; the one that has the focus. */
  day: CalendarDate
  onDayChange(day: CalendarDate): void
  chosen: string | null
  onChoose(date: string): void
  timeZone: string
  locale: string
}

/** The month: free days have weight, others recede. Arrows, Page Up and Page Down move as in any calendar. */
export function MonthCalendar(props: MonthCalendarProps) {
  const { days, month, day, onDayChange, chosen, onChoose, timeZone, locale } = props
  const words = useSchedulingWords()
  const freeTimes = (date: CalendarDate) => month.slots.get(gregorian(date))?.length
  return (
    <Calendar
      aria-label={words.calendar}
      data-meetings-part="calendar"
      data-state={month.status}
      className=""
      value={chosen === null ? null : parseDate(chosen)}
      onChange={(date) => onChoose(gregorian(date))}
      focusedValue={day}
      onFocusChange={onDayChange}
      minValue={days.first}
      maxValue={days.last}
      isDateUnavailable={(date) => !freeTimes(date as CalendarDate)}
    >
      <div data-meetings-part="calendar-bar">
        <MonthChoice {...{ days, day, onDayChange, timeZone, locale }} />
        <AriaButton
          slot="previous"
          aria-label={words.previousMonth}
          data-meetings-part="icon-button"
          className=""
        >
          <SchedulingIcon name="back" />
        </AriaButton>
        <AriaButton slot="next" aria-label={words.nextMonth} data-meetings-part="icon-button" className="">
          <SchedulingIcon name="forward" />
        </AriaButton>
      </div>
      <CalendarGrid
        weekdayStyle={useMemo(() => weekdayStyle(locale), [locale])}
        className=""
        data-meetings-part="calendar-grid"
      >
        <CalendarGridHeader className="">
          {(weekday) => (
            <CalendarHeaderCell className="" data-meetings-part="weekday">
              {weekday}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody className="">
          {(date) => <DayCell date={date} freeTimes={freeTimes(date)} today={days.first} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}

/** The name of the month, which is also the quick way to another. */
function MonthChoice(
  props: Pick<MonthCalendarProps, 'days' | 'day' | 'onDayChange' | 'timeZone' | 'locale'>,
) {
  const { days, day, onDayChange, timeZone, locale } = props
  const words = useSchedulingWords()
  const months = useMemo(() => monthsToShow(days, locale), [days, locale])
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone })
  const current = months.findIndex((month) => isSameMonth(month, toCalendar(day, calendarOf(locale))))
  return (
    <select
      aria-label={words.month}
      data-meetings-part="month-choice"
      value={current}
      onChange={(event) => {
        const month = months[Number(event.target.value)]
        if (month) onDayChange(month.compare(days.first) < 0 ? days.first : month)
      }}
    >
      {months.map((month, index) => (
        <option key={month.toString()} value={index}>
          {format.format(month.toDate(timeZone))}
        </option>
      ))}
    </select>
  )
}

function gregorian(date: Parameters<typeof toCalendar>[0]): string {
  return toCalendar(date, parseDate('2000-01-01').calendar).toString().slice(0, 10)
}
