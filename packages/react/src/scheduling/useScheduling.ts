'use client'
import { useEffect, useState } from 'react'
import { useRuntime } from '../provider/runtime-context.ts'
import { loadScheduling, type Scheduling } from './load-scheduling.ts'

export type LoadedScheduling =
  | { status: 'ready'; scheduling: Scheduling }
  | { status: 'loading' }
  | { status: 'failed'; tryAgain(): void }

/** The screens of booking, loaded when they are wanted first. A load that failed is tried again on request only. */
export function useScheduling(isWanted: boolean, caller: string): LoadedScheduling {
  const runtime = useRuntime(caller)
  const [scheduling, setScheduling] = useState<Scheduling>()
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    if (!isWanted || scheduling || hasFailed) return
    let isCurrent = true
    loadScheduling(runtime).then(
      (loaded) => isCurrent && setScheduling(loaded),
      () => isCurrent && setHasFailed(true),
    )
    return () => {
      isCurrent = false
    }
  }, [isWanted, scheduling, hasFailed, runtime])

  if (scheduling) return { status: 'ready', scheduling }
  if (hasFailed) return { status: 'failed', tryAgain: () => setHasFailed(false) }
  return { status: 'loading' }
}
