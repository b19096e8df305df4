'use client'
import { useEffect, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { speakerIn } from '../people/people-in-room.ts'

/** A cough is no speech: this long somebody speaks before they get the large place. */
export const SPEAKING_MS = 1_500

/**
 * Who is to be seen large, by sid: the one who has been the dominant speaker for a while. Silence keeps them
 * there. Renders only when that changes, and never while `isWanted` is false.
 */
export function useBigSpeaker(isWanted: boolean): string | null {
  const { calls, clock } = useRuntime('VideoCallModal')
  const [big, setBig] = useState<string | null>(() => speakerIn(calls.getState()))

  useEffect(() => {
    if (!isWanted) return
    let candidate: string | null = null
    let cancel = () => {}
    const look = () => {
      const speaker = speakerIn(calls.getState())
      if (speaker === candidate) return
      candidate = speaker
      cancel()
      if (speaker !== null) cancel = clock.after(SPEAKING_MS, () => setBig(speaker))
    }
    look()
    const unsubscribe = calls.subscribe(look)
    return () => {
      unsubscribe()
      cancel()
    }
  }, [calls, clock, isWanted])

  return big
}
