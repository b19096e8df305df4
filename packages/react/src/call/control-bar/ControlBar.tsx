'use client'
import { useMemo, useRef } from 'react'
import { MicrophoneHint } from '../microphone-hint/MicrophoneHint.tsx'
import { MoreButton } from '../more-menu/MoreButton.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { useElementSize } from '../stage/useElementSize.ts'
import { BAR_ENTRIES } from './bar-entries.ts'
import { fitEntries } from './fit-entries.ts'
import { LeaveButton } from './LeaveButton.tsx'

/** What a person can do in the call: their devices, their screen, the others, and the way out. */
export function ControlBar() {
  const words = useCallWords()
  const bar = useRef<HTMLDivElement>(null)
  const size = useElementSize(bar)
  const entries = useMemo(() => BAR_ENTRIES.filter(({ isPossible }) => isPossible?.() ?? true), [])
  const { shown, more } = fitEntries(entries, size?.width ?? null)

  return (
    <div ref={bar} role="group" aria-label={words.controls} data-meetings-part="control-bar">
      <MicrophoneHint />
      {shown.map(({ name, Button, group }, index) => (
        <span
          key={name}
          data-meetings-part="bar-entry"
          data-begins-group={(index > 0 && shown[index - 1]?.group !== group) || undefined}
        >
          <Button />
        </span>
      ))}
      <MoreButton overflow={more} />
      <LeaveButton />
    </div>
  )
}
