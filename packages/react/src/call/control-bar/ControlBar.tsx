'use client'
import { memo, useContext, useMemo, useRef } from 'react'
import { CallOptionsContext } from '../call-options.ts'
import type { CallComponents } from '../components.ts'
import { MoreButton } from '../more-menu/MoreButton.tsx'
import { useAround } from '../notices/useAround.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useElementSize } from '../stage/useElementSize.ts'
import { useComponent } from '../useComponent.ts'
import { BAR_ENTRIES, type BarEntry } from './bar-entries.ts'
import { fitEntries } from './fit-entries.ts'
import { LeaveButton } from './LeaveButton.tsx'

/** What a person can do in the call: their devices, their screen, the others, and the way out. */
export function ControlBar() {
  const words = useCallWords()
  const bar = useRef<HTMLDivElement>(null)
  const size = useElementSize(bar)
  const { components } = useContext(CallOptionsContext)
  const entries = useMemo(() => entriesFor(components), [components])
  const More = components?.MoreButton === undefined ? MoreButton : components.MoreButton
  const Leave = useComponent('LeaveButton', LeaveButton)
  const around = useAround()
  const { shown, more } = fitEntries(entries, size?.width ?? null)

  return (
    <div ref={bar} role="group" aria-label={words.controls} data-meetings-part="control-bar">
      {around && <around.MicrophoneHint />}
      {shown.map(({ name, Button, group }, index) => (
        <Entry key={name} Button={Button} beginsGroup={index > 0 && shown[index - 1]?.group !== group} />
      ))}
      {More && <More overflow={more} />}
      {Leave && <Leave />}
    </div>
  )
}

/** Another width of the bar concerns only who comes and goes. */
const Entry = memo(function Entry({
  Button,
  beginsGroup,
}: Pick<BarEntry, 'Button'> & { beginsGroup: boolean }) {
  return (
    <span data-meetings-part="bar-entry" data-begins-group={beginsGroup || undefined}>
      <Button />
    </span>
  )
})

/** The buttons this browser and this host want, the host's own in the places of ours. */
function entriesFor(components: CallComponents | undefined): readonly BarEntry[] {
  return BAR_ENTRIES.flatMap((entry) => {
    const given = components?.[entry.name]
    if (given === null || entry.isPossible?.() === false) return []
    return given === undefined ? [entry] : [{ ...entry, Button: given }]
  })
}
