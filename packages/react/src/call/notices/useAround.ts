'use client'
import { useEffect, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { type Around, loadAround, loadedAround } from './load-around.ts'

/** The way into the room and the first pictures have nothing to spare. */
const AFTER_MS = 2_000
/** The network was gone. */
const AGAIN_MS = 2_000

/**
 * What surrounds the call, once its code is here; `null` until then.
 *
 * @param isNeeded whether it is to be seen now: then it is asked for at once.
 */
export function useAround(isNeeded = false): Around | null {
  const { clock } = useRuntime('VideoCallModal')
  const [around, setAround] = useState(loadedAround)

  useEffect(() => {
    if (around) return
    let isCurrent = true
    let cancel = () => {}
    const ask = () => {
      loadAround().then(
        (module) => isCurrent && setAround(module),
        () => {
          if (isCurrent) cancel = clock.after(AGAIN_MS, ask)
        },
      )
    }
    if (isNeeded) ask()
    else cancel = clock.after(AFTER_MS, ask)
    return () => {
      isCurrent = false
      cancel()
    }
  }, [clock, around, isNeeded])

  return around
}
