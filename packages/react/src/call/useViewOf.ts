'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { CallView } from '../provider/call-view.ts'
import { useRuntime } from '../provider/runtime-context.ts'

/** Selects from how the call is shown; renders again only when the selected value changes. */
export function useViewOf<T>(select: (view: CallView) => T, caller = 'VideoCallModal'): T {
  const { callView } = useRuntime(caller)
  const read = useCallback(() => select(callView.get()), [callView, select])
  return useSyncExternalStore(callView.subscribe, read, read)
}
