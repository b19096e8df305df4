'use client'
import type { Slot } from '@meetings/contract'
import { useEffect, useRef } from 'react'
import { Button } from '../../theme/button/Button.tsx'
import { useFlow } from '../flow/FlowContext.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import type { ViewerFormats } from '../useViewer.ts'

export interface TakenNoticeProps {
  nearest: readonly Slot[]
  viewer: ViewerFormats
  onChoose(slot: Slot): void
  /** To all days and times. */
  onSeeAll(): void
}

/** Somebody was faster: says so and offers what is free nearby, on the spot. */
export function TakenNotice({ nearest, viewer, onChoose, onSeeAll }: TakenNoticeProps) {
  const { flow } = useFlow()
  const words = useSchedulingWords()
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    notice.current?.focus({ preventScroll: true })
    notice.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  const day = new Intl.DateTimeFormat(viewer.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: viewer.timeZone,
  })
  return (
    <div ref={notice} role="alert" tabIndex={-1} data-meetings-part="taken">
      <div data-meetings-part="taken-title">{words.takenTitle}</div>
      <div>{flow.moving ? words.takenActionMove : words.takenAction}</div>
      {nearest.length > 0 && (
        <div role="group" aria-label={words.nearestTimes} data-meetings-part="nearest">
          {nearest.map((slot) => (
            <button key={slot.start} type="button" data-meetings-part="time" onClick={() => onChoose(slot)}>
              <span data-meetings-part="nearest-day">{day.format(Date.parse(slot.start))}</span>{' '}
              {viewer.time(slot.start)}
            </button>
          ))}
        </div>
      )}
      <Button look="plain" onClick={onSeeAll}>
        {words.allTimes}
      </Button>
    </div>
  )
}
