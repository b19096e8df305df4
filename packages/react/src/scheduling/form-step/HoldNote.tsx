'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { HoldState } from '../hold/hold-keeper.ts'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import type { ViewerFormats } from '../useViewer.ts'

/** How much longer the time is kept, once that is worth knowing. */
export function HoldNote({ hold, viewer }: { hold: HoldState; viewer: ViewerFormats }) {
  const words = useSchedulingWords()
  const note =
    hold.status === 'expired'
      ? words.holdExpired
      : hold.status === 'kept' && hold.minutesLeft !== null
        ? fillMessage(words.holdEnding, { duration: viewer.duration(hold.minutesLeft) })
        : null
  return (
    <div role="status" data-meetings-part="hold-note" data-state={note === null ? 'silent' : hold.status}>
      {note}
    </div>
  )
}
