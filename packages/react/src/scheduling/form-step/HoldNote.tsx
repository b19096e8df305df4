'use client'
import { useRef, useState } from 'react'
import { Button } from '../../theme/button/Button.tsx'
import type { HoldState } from '../hold/hold-keeper.ts'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import type { ViewerFormats } from '../useViewer.ts'

export interface HoldNoteProps {
  hold: HoldState
  viewer: ViewerFormats
  onKeepAgain(): void
}

/** How much longer the time is kept, once that is worth knowing; and, when it is over, a way to have it again. */
export function HoldNote({ hold, viewer, onKeepAgain }: HoldNoteProps) {
  const words = useSchedulingWords()
  const text = useRef<HTMLSpanElement>(null)
  const [wasAsked, setWasAsked] = useState(false)
  const isOver = hold.status === 'expired'
  const note = noteOf()

  function noteOf(): string | null {
    if (isOver) return words.holdExpired
    if (hold.status !== 'kept') return null
    if (hold.minutesLeft !== null) return viewer.count(hold.minutesLeft, words.holdEnding)
    return wasAsked ? words.keptAgain : null
  }

  function keepAgain(): void {
    setWasAsked(true)
    // The button goes away when it worked; the focus must not go with it.
    text.current?.focus({ preventScroll: true })
    onKeepAgain()
  }

  return (
    <div data-meetings-part="hold-note" data-state={note === null ? 'silent' : hold.status}>
      <span ref={text} role="status" tabIndex={-1}>
        {note}
      </span>
      {isOver && (
        <Button look="plain" onClick={keepAgain}>
          {words.keepAgain}
        </Button>
      )}
    </div>
  )
}
