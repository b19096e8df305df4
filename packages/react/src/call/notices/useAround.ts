'use client'
import { useEffect, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'

type Around = typeof import('./around.ts')

/** The way into the room and the first pictures have nothing to spare. */
const AFTER_MS = 4_000
/** The network was gone: nothing in there is missed enough to say so. */
const AGAIN_MS = 30_000

let loaded: Around | null = null

/** What surrounds the call, once its code is here; `null` until then. */
export function useAround(): Around | null {
  const { clock } = useRuntime('VideoCallModal')
  const [around, setAround] = useState(loaded)

  useEffect(() => {
    if (around) return
    let isCurrent = true
    let cancel = () => {}
    const ask = () => {
      const onHere = (module: Around) => {
        loaded = module
        if (isCurrent) setAround(module)
      }
      const onMissing = () => {
        if (isCurrent) cancel = clock.after(AGAIN_MS, ask)
      }
      void import('./around.ts').then(onHere, onMissing)
    }
    cancel = clock.after(AFTER_MS, ask)
    return () => {
      isCurrent = false
      cancel()
    }
  }, [clock, around])

  return around
}
