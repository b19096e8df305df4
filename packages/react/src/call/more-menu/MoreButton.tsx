'use client'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useCallback, useRef, useState } from 'react'
import type { BarEntry } from '../control-bar/bar-entries.ts'
import { CallButton } from '../control-bar/CallButton.tsx'
import { useStageWords } from '../stage/useStageWords.ts'
import { LoadedMenu, loadMoreMenu } from './LoadedMenu.tsx'

/** Everything there is no room for in the bar. The menu itself is fetched when it is about to be opened. */
export function MoreButton({ overflow }: { overflow: readonly BarEntry[] }) {
  const words = useStageWords()
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLSpanElement>(null)
  const close = useCallback((how: 'to-button' | 'elsewhere') => {
    const button = root.current?.querySelector('button')
    // Before the menu goes: what it opens then knows where it was opened from.
    if (how === 'to-button') button?.focus({ preventScroll: true })
    setOpen(false)
  }, [])
  // A failure is told when the menu is opened, and the fetch tried again then.
  const prepare = () => void loadMoreMenu().catch(() => {})

  return (
    <span ref={root} data-meetings-part="more" data-begins-group>
      <CallButton
        part="more-button"
        label={words.more}
        icon={Ellipsis}
        state={isOpen ? 'active' : 'on'}
        popup="menu"
        isExpanded={isOpen}
        onPrepare={prepare}
        onPress={() => setOpen(!isOpen)}
      />
      {isOpen && <LoadedMenu overflow={overflow} onClose={close} />}
    </span>
  )
}
