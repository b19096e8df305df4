'use client'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { CallState } from '../../session/call-controller.ts'

/** Selects a list from the state of the call; the same array as long as it holds the same things in the same order. */
export function useCallList<T>(
  select: (state: CallState) => readonly T[],
  caller = 'VideoCallModal',
): readonly T[] {
  const { calls } = useRuntime(caller)
  const last = useRef<readonly T[]>(EMPTY)
  const read = useCallback(() => {
    const next = select(calls.getState())
    const old = last.current as readonly T[]
    if (next === old) return old
    const isSame = old.length === next.length && next.every((entry, index) => entry === old[index])
    if (!isSame) last.current = next
    return last.current as readonly T[]
  }, [calls, select])
  return useSyncExternalStore(calls.subscribe, read, read)
}

const EMPTY: readonly never[] = []
