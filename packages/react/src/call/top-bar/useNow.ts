'use client'
import { useEffect, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'

/** The runtime's time in milliseconds, read again every `everyMs`. */
export function useNow(everyMs: number): number {
  const { clock } = useRuntime('VideoCallModal')
  const [now, setNow] = useState(() => clock.now())

  useEffect(() => {
    let cancel = () => {}
    const tick = () => {
      setNow(clock.now())
      // From the time that is, not the time that should be: a timer that came late is not late for ever.
      cancel = clock.after(everyMs - (clock.now() % everyMs), tick)
    }
    tick()
    return () => cancel()
  }, [clock, everyMs])

  return now
}
