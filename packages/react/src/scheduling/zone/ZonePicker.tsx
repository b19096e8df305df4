'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { SchedulingIcon } from '../SchedulingIcon.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { ZoneSearch } from './ZoneSearch.tsx'
import { zoneOf } from './zones.ts'

export interface ZonePickerProps {
  /** IANA */
  timeZone: string
  onChange(timeZone: string): void
}

/** One quiet line that says in which zone the times are, and opens the list of all zones. */
export function ZonePicker({ timeZone, onChange }: ZonePickerProps) {
  const { clock } = useRuntime('MeetingsBooking')
  const words = useSchedulingWords()
  const [isOpen, setIsOpen] = useState(false)
  const [now] = useState(() => clock.now())
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const { city, offset } = zoneOf(timeZone, now)

  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus({ preventScroll: true })
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <div data-meetings-part="zone-picker">
      <button
        ref={button}
        type="button"
        data-meetings-part="zone-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <SchedulingIcon name="globe" />
        <span>
          {fillMessage(words.timesAreIn, { zone: city })} <bdi>({offset})</bdi>
        </span>
      </button>
      {isOpen && (
        <ZoneSearch
          id={id}
          now={now}
          timeZone={timeZone}
          onChoose={(zone) => {
            setIsOpen(false)
            onChange(zone)
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  )
}
