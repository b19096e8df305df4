'use client'
import X from 'lucide-react/icons/x'
import { useId, useRef } from 'react'
import type { CallPanel, CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useBackgroundWords } from '../devices/useBackgroundWords.ts'
import { useStageLaterWords } from '../stage/useStageLaterWords.ts'
import { useViewOf } from '../useViewOf.ts'
import { LoadedPanel } from './LoadedPanel.tsx'
import { PANELS, type PanelModule, type PanelTable } from './panels.ts'
import { usePanelFocus } from './usePanelFocus.ts'

/** What is open beside the stage, or nothing. On narrow calls it covers the stage. */
export function SidePanel({ panels = PANELS }: { panels?: PanelTable }) {
  const panel = useViewOf(selectPanel)
  const load = panel && panels[panel]
  return load ? <OpenPanel key={panel} panel={panel} load={load} /> : null
}

function OpenPanel({ panel, load }: { panel: CallPanel; load: () => Promise<PanelModule> }) {
  const { callView } = useRuntime('VideoCallModal')
  const words = useStageLaterWords()
  const { background } = useBackgroundWords()
  const region = useRef<HTMLDivElement>(null)
  const id = useId()
  usePanelFocus(region)
  const close = () => callView.set({ panel: null })

  return (
    <div
      ref={region}
      role="region"
      aria-labelledby={id}
      tabIndex={-1}
      data-meetings-part="side-panel"
      data-panel={panel}
      onKeyDown={(event) => {
        // What closed something inside the panel has said so.
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <div data-meetings-part="panel-head">
        <div id={id} role="heading" aria-level={2} data-meetings-part="panel-title">
          {panel === 'background' ? background : words[panel]}
        </div>
        <button type="button" aria-label={words.closePanel} data-meetings-part="panel-close" onClick={close}>
          <X aria-hidden="true" />
        </button>
      </div>
      <div data-meetings-part="panel-body">
        <LoadedPanel load={load} />
      </div>
    </div>
  )
}

const selectPanel = ({ panel }: CallView) => panel
