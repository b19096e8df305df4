'use client'
import { type CalendarDate, parseDate, toCalendar } from '@internationalized/date'
import type { MeetingType } from '@meetings/contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { ErrorPanel } from '../../theme/error-panel/ErrorPanel.tsx'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'
import { BackButton } from '../BackButton.tsx'
import { useFlow } from '../flow/FlowContext.tsx'
import { useMonth } from '../queries/useMonth.ts'
import { StepHeading } from '../StepHeading.tsx'
import { Summary } from '../summary/Summary.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useViewer } from '../useViewer.ts'
import { ZonePicker } from '../zone/ZonePicker.tsx'
import { bookingDays } from './booking-months.ts'
import { DayTimes } from './DayTimes.tsx'
import { EmptyMonth } from './EmptyMonth.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'

export interface TimeStepProps {
  meetingType: MeetingType
  takesFocus: boolean
  canGoBack: boolean
}

/** A day, then one of its times. */
export function TimeStep({ meetingType, takesFocus, canGoBack }: TimeStepProps) {
  const { flow, dispatch, client } = useFlow()
  const { clock } = useRuntime('MeetingsBooking')
  const words = useSchedulingWords()
  const { timeZone, date, moving } = flow
  const viewer = useViewer(timeZone)
  const { locale } = viewer
  const [openedAt] = useState(() => clock.now())
  const days = useMemo(() => bookingDays(meetingType, openedAt, timeZone), [meetingType, openedAt, timeZone])
  const [lookedAt, setLookedAt] = useState<CalendarDate>(() => (date ? parseDate(date) : days.first))
  // Another zone may have another today.
  const day = clamp(toCalendar(lookedAt, days.first.calendar), days.first, days.last)
  const about = { client, meetingType, moving, timeZone, days }
  const month = useMonth({ ...about, day, locale })
  const heading = useRef<HTMLDivElement>(null)
  const calendar = useRef<HTMLDivElement>(null)

  // Where only one of both has room, the day that had the focus is gone once it was chosen.
  useEffect(() => {
    if (date === null) return
    const pane = calendar.current
    if (pane && typeof pane.checkVisibility === 'function' && !pane.checkVisibility()) {
      heading.current?.focus({ preventScroll: true })
    }
  }, [date])

  return (
    <div data-meetings-part="time-step" data-day={date === null ? 'open' : 'chosen'}>
      <div data-meetings-part="booking-side">
        {canGoBack && <BackButton onPress={() => dispatch({ type: 'went-back' })} />}
        <Summary meetingType={meetingType} moving={moving} />
      </div>
      <div data-meetings-part="booking-main">
        <StepHeading takesFocus={takesFocus}>{words.chooseTime}</StepHeading>
        <ZonePicker
          timeZone={timeZone}
          onChange={(zone) => dispatch({ type: 'zone-chosen', timeZone: zone })}
        />
        <div data-meetings-part="time-panes">
          <div ref={calendar} data-meetings-part="days-pane">
            <MonthCalendar
              {...{ days, month, day, timeZone, locale }}
              onDayChange={setLookedAt}
              chosen={date}
              onChoose={(chosen) => dispatch({ type: 'date-chosen', date: chosen })}
            />
            <VisuallyHidden as="p">
              <span role="status">{month.status === 'loading' ? words.loadingDays : ''}</span>
            </VisuallyHidden>
            {month.problem && (
              <ErrorPanel
                problem={month.problem}
                size="inline"
                onRetry={month.retry}
                isRetrying={month.isRetrying}
              />
            )}
            {month.isEmpty && <EmptyMonth {...about} day={day} viewer={viewer} onGoTo={goTo} />}
          </div>
          <div data-meetings-part="times-pane">
            {date === null ? (
              <div data-meetings-part="times-hint">{words.chooseDay}</div>
            ) : (
              <DayTimes
                date={date}
                slots={month.slots.get(date) ?? []}
                viewer={viewer}
                heading={heading}
                onChoose={(slot) => dispatch({ type: 'slot-chosen', slot })}
                onOtherDays={() => dispatch({ type: 'date-chosen', date: null })}
              />
            )}
          </div>
        </div>
      </div>
    </div>
  )

  function goTo(next: CalendarDate): void {
    setLookedAt(next)
    dispatch({ type: 'date-chosen', date: next.toString() })
  }
}

function clamp(day: CalendarDate, first: CalendarDate, last: CalendarDate): CalendarDate {
  return day.compare(first) < 0 ? first : day.compare(last) > 0 ? last : day
}
