'use client'
import { useEffect, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'

/** A connection that is lost for less is not worth a word. */
export const LOST_AFTER_MS = 1_000

/**
 * Whether something has gone on for `onMs`, so that nobody is troubled with what is over in a moment. It
 * counts as going on until it has been over for `offMs`.
 */
export function useLasting(isOn: boolean, onMs: number, offMs = 0): boolean {
  const { clock } = useRuntime('VideoCallModal')
  const [lasts, setLasts] = useState(isOn && onMs === 0)

  useEffect(() => {
    if (isOn === lasts) return
    const ms = isOn ? onMs : offMs
    if (ms > 0) return clock.after(ms, () => setLasts(isOn))
    setLasts(isOn)
  }, [clock, isOn, lasts, onMs, offMs])

  return lasts && (isOn || offMs > 0)
}
