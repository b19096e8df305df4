'use client'
import { type CalendarDate, isSameDay } from '@internationalized/date'
import { useContext, useRef } from 'react'
import { useCalendarCell } from 'react-aria/useCalendar'
import { CalendarStateContext } from 'react-aria-components/Calendar'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useViewer } from '../useViewer.ts'

export interface DayCellProps {
  date: CalendarDate
  /** `undefined` while it is not known. */
  freeTimes: number | undefined
  today: CalendarDate
}

/**
 * One day of the month. React Aria's own cell does not let its label be said otherwise, and the number of free
 * times belongs into it: "Monday, November 23, 2026, 5 free times".
 */
export function DayCell({ date, freeTimes, today }: DayCellProps) {
  const state = useContext(CalendarStateContext)
  if (!state) throw new Error('A day must be inside a calendar.')
  const button = useRef<HTMLDivElement>(null)
  const words = useSchedulingWords()
  const viewer = useViewer(state.timeZone)
  const cell = useCalendarCell({ date }, state, button)
  const { isDisabled, isUnavailable, isSelected, isOutsideVisibleRange, formattedDate } = cell
  if (isOutsideVisibleRange) return <td {...cell.cellProps} />

  const isToday = isSameDay(date, today)
  const count =
    freeTimes === undefined || isDisabled
      ? ''
      : freeTimes === 0
        ? words.noFreeTimes
        : viewer.count(freeTimes, words.freeTimes)
  const label = [
    isToday ? words.today : '',
    viewer.fullDate(date.toDate(state.timeZone).toISOString()),
    count,
  ]
  return (
    <td {...cell.cellProps}>
      <div
        {...cell.buttonProps}
        role="button"
        tabIndex={cell.buttonProps.tabIndex ?? -1}
        ref={button}
        aria-label={label.filter(Boolean).join(', ')}
        data-meetings-part="day"
        data-state={isSelected ? 'selected' : isDisabled ? 'outside' : isUnavailable ? 'full' : 'free'}
        data-today={isToday || undefined}
      >
        {formattedDate}
      </div>
    </td>
  )
}
