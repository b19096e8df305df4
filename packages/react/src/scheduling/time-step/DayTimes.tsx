'use client'
import type { Slot } from '@meetings/contract'
import { type RefObject, useId } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { Button } from '../../theme/button/Button.tsx'
import { SchedulingIcon } from '../SchedulingIcon.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import type { ViewerFormats } from '../useViewer.ts'
import { groupSlots } from './group-slots.ts'

export interface DayTimesProps {
  date: string
  slots: readonly Slot[]
  viewer: ViewerFormats
  heading: RefObject<HTMLDivElement | null>
  onChoose(slot: Slot): void
  /** Back to the days, where there is room for one of both. */
  onOtherDays(): void
}

/** The free times of one day, by part of day. */
export function DayTimes({ date, slots, viewer, heading, onChoose, onOtherDays }: DayTimesProps) {
  const words = useSchedulingWords()
  const id = useId()
  const day = new Intl.DateTimeFormat(viewer.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T12:00:00Z`))
  return (
    <div data-meetings-part="day-times">
      <Button look="plain" data-role="other-days" onClick={onOtherDays}>
        <SchedulingIcon name="back" />
        {words.otherDays}
      </Button>
      <div ref={heading} role="heading" aria-level={3} tabIndex={-1} data-meetings-part="times-heading">
        {fillMessage(words.timesOn, { date: day })}
      </div>
      {slots.length === 0 && <div>{words.dayIsFull}</div>}
      {groupSlots(slots, viewer.timeZone, viewer.locale).map(({ part, times }) => (
        <div key={part} role="group" aria-labelledby={`${id}${part}`} data-meetings-part="time-group">
          <div id={`${id}${part}`} data-meetings-part="time-group-name">
            {words[part]}
          </div>
          <div data-meetings-part="times">
            {times.map(({ slot, label }) => (
              <button key={slot.start} type="button" data-meetings-part="time" onClick={() => onChoose(slot)}>
                {label}
              </button>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
