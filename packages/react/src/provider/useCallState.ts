'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { CallState } from '../session/call-controller.ts'
import { useRuntime } from './runtime-context.ts'

/**
 * Selects from the state of the call; renders again only when the selected value changes.
 * The selector must answer a value that keeps its identity while nothing changed.
 */
export function useCallState<T>(select: (state: CallState) => T, caller = 'useCallState'): T {
  const { calls } = useRuntime(caller)
  const read = useCallback(() => select(calls.getState()), [calls, select])
  return useSyncExternalStore(calls.subscribe, read, read)
}
