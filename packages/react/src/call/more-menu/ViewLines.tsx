'use client'
import Expand from 'lucide-react/icons/expand'
import Shrink from 'lucide-react/icons/shrink'
import { useRef } from 'react'
import type { CallLayout, CallView, SelfView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { canGoFullScreen, toggleFullScreen } from '../full-screen/full-screen.ts'
import { useIsFullScreen } from '../full-screen/useIsFullScreen.ts'
import { useAroundWords } from '../notices/useAroundWords.ts'
import { useStageLaterWords } from '../stage/useStageLaterWords.ts'
import { useViewOf } from '../useViewOf.ts'
import { MenuLine } from './MenuLine.tsx'

const LAYOUTS = ['auto', 'grid', 'speaker'] as const satisfies readonly CallLayout[]
const SELF_VIEWS = ['shown', 'floating', 'hidden'] as const satisfies readonly SelfView[]

/** How people are arranged, and where one sees oneself. */
export function ViewLines() {
  const { callView } = useRuntime('VideoCallModal')
  const words = useStageLaterWords()
  const view = useViewOf(selectView)
  const layoutWords = { auto: words.layoutAuto, grid: words.layoutGrid, speaker: words.layoutSpeaker }
  const selfWords = { shown: words.selfShown, floating: words.selfFloating, hidden: words.selfHidden }
  return (
    <>
      <div role="group" aria-label={words.layout} data-meetings-part="call-menu-group">
        <div aria-hidden="true" data-meetings-part="call-menu-title">
          {words.layout}
        </div>
        {LAYOUTS.map((layout) => (
          <MenuLine
            key={layout}
            kind="radio"
            label={layoutWords[layout]}
            isChecked={view.layout === layout}
            onChoose={() => callView.set({ layout })}
          />
        ))}
      </div>
      <div role="group" aria-label={words.selfView} data-meetings-part="call-menu-group">
        <div aria-hidden="true" data-meetings-part="call-menu-title">
          {words.selfView}
        </div>
        {SELF_VIEWS.map((selfView) => (
          <MenuLine
            key={selfView}
            kind="radio"
            label={selfWords[selfView]}
            isChecked={view.selfView === selfView}
            onChoose={() => callView.set({ selfView })}
          />
        ))}
        <MenuLine
          kind="checkbox"
          label={words.mirrored}
          isChecked={view.isMirrored}
          onChoose={() => callView.set({ isMirrored: !view.isMirrored })}
        />
      </div>
      <hr data-meetings-part="call-menu-line" />
      <CaptionsLine />
      <FullScreenLine />
    </>
  )
}

/** Only where captions come: a switch that does nothing is worse than none. */
function CaptionsLine() {
  const { callView } = useRuntime('VideoCallModal')
  const words = useAroundWords()
  const captions = useViewOf(selectCaptions)
  if (captions === 'none') return null
  const isShown = captions === 'shown'
  return (
    <MenuLine
      kind="checkbox"
      label={words.captions}
      isChecked={isShown}
      onChoose={() => callView.set({ captions: isShown ? 'hidden' : 'shown' })}
    />
  )
}

function FullScreenLine() {
  const words = useStageLaterWords()
  const isFull = useIsFullScreen()
  const anchor = useRef<HTMLSpanElement>(null)
  if (!canGoFullScreen(document)) return null
  return (
    <span ref={anchor} role="none">
      <MenuLine
        label={isFull ? words.leaveFullScreen : words.fullScreen}
        icon={isFull ? Shrink : Expand}
        onChoose={() => toggleFullScreen(anchor.current)}
      />
    </span>
  )
}

const selectCaptions = ({ captions }: CallView) => captions
const selectView = (view: CallView) => view
