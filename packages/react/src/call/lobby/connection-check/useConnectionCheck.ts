'use client'
import { useEffect, useRef, useState } from 'react'
import { useRuntime } from '../../../provider/runtime-context.ts'
import type { CheckState } from './check-state.ts'
import type { loadCheckParts } from './load-check-parts.ts'

/** A reason of its own: the error that a browser would make holds on to the click that ended it. */
const STOPPED = 'stopped'

/** A check that is started and stopped by hand, and ends with whatever shows it: going in, leaving. */
export function useConnectionCheck(load: typeof loadCheckParts): {
  state: CheckState
  start(): void
  stop(): void
} {
  const { calls } = useRuntime('VideoCallModal')
  const [state, setState] = useState<CheckState>({ phase: 'idle' })
  const running = useRef<AbortController | null>(null)

  useEffect(() => () => running.current?.abort(STOPPED), [])

  async function start(): Promise<void> {
    running.current?.abort(STOPPED)
    const run = new AbortController()
    running.current = run
    setState((before) => ('parts' in before ? before : { phase: 'loading' }))
    const parts = await load().catch(() => null)
    if (run.signal.aborted) return
    if (!parts) return setState({ phase: 'not-loaded' })
    setState({ phase: 'checking', parts, step: 'reaching' })
    const report = await parts.runCheck(calls, run.signal, (step) => {
      if (!run.signal.aborted) setState({ phase: 'checking', parts, step })
    })
    if (report && !run.signal.aborted) setState({ phase: 'done', parts, report })
  }

  return {
    state,
    start: () => void start(),
    stop() {
      running.current?.abort(STOPPED)
      setState({ phase: 'idle' })
    },
  }
}
