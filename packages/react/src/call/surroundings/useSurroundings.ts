'use client'
import { useEffect, useState } from 'react'
import type { CallSurroundings } from '../../page/call-surroundings.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useMeetingName } from '../people/useMeetingName.ts'

/** The page around the call; `null` until its code is here. Nothing waits for it, and nothing fails without it. */
export function useLoadedSurroundings(): CallSurroundings | null {
  const { loadSurroundings } = useRuntime('VideoCallModal')
  const [surroundings, setSurroundings] = useState<CallSurroundings | null>(null)
  useEffect(() => {
    let isCurrent = true
    loadSurroundings().then(
      (loaded) => isCurrent && setSurroundings(loaded),
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [loadSurroundings])
  return surroundings
}

/** While somebody is in the room: the screen stays on, the tab tells of the call, leaving the page is asked about. */
export function useSurroundings(): void {
  const surroundings = useLoadedSurroundings()
  const isInRoom = useCallState(selectIsInRoom)
  const meeting = useMeetingName('VideoCallModal')

  useEffect(() => {
    if (!surroundings || !isInRoom) return
    const undo = [surroundings.keepAwake(), surroundings.askBeforeLeaving()]
    return () => {
      for (const each of undo) each()
    }
  }, [surroundings, isInRoom])

  useEffect(() => {
    if (!surroundings || !isInRoom) return
    return surroundings.markTab((title) => `● ${title || (meeting ?? '')}`.trim())
  }, [surroundings, isInRoom, meeting])
}

function selectIsInRoom({ session }: CallState): boolean {
  return session.phase === 'connected' || session.phase === 'reconnecting'
}
