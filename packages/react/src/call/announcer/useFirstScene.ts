'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { CallScene } from './call-news.ts'

/** The room as it was first seen: who announces comes later, and tells what has changed since. */
export function useFirstScene(): RefObject<CallScene | null> {
  const { calls } = useRuntime('VideoCallModal')
  const first = useRef<CallScene | null>(null)

  useEffect(() => {
    const look = () => {
      const { session, talk } = calls.getState()
      if (!('room' in session)) return
      first.current = { room: session.room, talk }
      stop()
    }
    const stop = calls.subscribe(look)
    if (first.current === null) look()
    return stop
  }, [calls])

  return first
}
