'use client'
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
  const isOver = hold.status === 'expired'
  const isEnding = hold.status === 'kept' && hold.minutesLeft !== null
  return (
    <div data-meetings-part="hold-note" data-state={isOver || isEnding ? hold.status : 'silent'}>
      <span role="status">
        {isOver && words.holdExpired}
        {isEnding && viewer.count(hold.minutesLeft ?? 0, words.holdEnding)}
      </span>
      {isOver && (
        <Button look="plain" onClick={onKeepAgain}>
          {words.keepAgain}
        </Button>
      )}
    </div>
  )
}
