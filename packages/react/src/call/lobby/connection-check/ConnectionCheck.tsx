'use client'
import Activity from 'lucide-react/icons/activity'
import { enConnectionCheckOpening } from '../../../i18n/en/connection-check-opening.ts'
import { useMessages } from '../../../i18n/I18nContext.tsx'
import { Spinner } from '../../../theme/spinner/Spinner.tsx'
import { loadCheckParts } from './load-check-parts.ts'
import { useConnectionCheck } from './useConnectionCheck.ts'

/**
 * Tries the connection before the call, for who wants to know. Nothing waits for it: going in ends it. One
 * button for all of it, so that the focus stays where it is.
 */
export function ConnectionCheck({ load = loadCheckParts }: { load?: typeof loadCheckParts }) {
  const words = useMessages('connectionCheck', enConnectionCheckOpening)
  const { state, start, stop } = useConnectionCheck(load)
  const { phase } = state
  const isRunning = phase === 'loading' || phase === 'checking'
  const parts = 'parts' in state ? state.parts : null
  return (
    <div
      data-meetings-part="connection-check"
      data-state={state.phase === 'done' ? state.report.quality : phase}
    >
      <button type="button" data-meetings-part="connection-check-button" onClick={isRunning ? stop : start}>
        <Activity aria-hidden="true" />
        {parts ? <parts.CheckLabel isChecking={isRunning} /> : words.check}
      </button>
      <div role="status" data-meetings-part="connection-check-words">
        {phase === 'loading' && <Spinner />}
        {phase === 'not-loaded' && words.checkNotLoaded}
        {state.phase === 'checking' && <state.parts.CheckProgress step={state.step} />}
        {state.phase === 'done' && <state.parts.CheckResult report={state.report} />}
      </div>
      {state.phase === 'done' && <state.parts.CheckDetails report={state.report} />}
    </div>
  )
}
