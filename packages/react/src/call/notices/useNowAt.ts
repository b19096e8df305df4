'use client'
import { useEffect, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'

/** Timers sleep with the computer: no longer than this goes by without a look at the clock, in milliseconds. */
const LOOK_EVERY_MS = 30_000

/**
 * The runtime's time, read again when one of these moments (milliseconds since the epoch) is reached and at
 * no other time: what changes by the minute need not render by the second.
 */
export function useNowAt(moments: readonly number[]): number {
  const { clock } = useRuntime('VideoCallModal')
  const [now, setNow] = useState(() => clock.now())
  const next = moments.filter((at) => at > now).sort((a, b) => a - b)[0]

  useEffect(() => {
    if (next === undefined) return
    let cancel = () => {}
    const look = () => {
      const rest = next - clock.now()
      if (rest <= 0) setNow(clock.now())
      else cancel = clock.after(Math.min(rest, LOOK_EVERY_MS), look)
    }
    look()
    return () => cancel()
  }, [clock, next])

  return now
}
