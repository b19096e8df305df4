'use client'
import { useEffect, useState } from 'react'

export type LoadedPart<T> =
  | { status: 'ready'; part: T }
  | { status: 'loading' }
  | { status: 'failed'; tryAgain(): void }

/**
 * A chunk of code, asked for when it is not here yet. A load that failed is tried again on request only.
 * `load` must stay the same function; give the component another key for another chunk.
 */
export function useLoadedPart<T>(
  load: () => Promise<T>,
  already: () => T | null = () => null,
): LoadedPart<T> {
  const [part, setPart] = useState(already)
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    if (part || hasFailed) return
    let isCurrent = true
    load().then(
      (loaded) => isCurrent && setPart(() => loaded),
      () => isCurrent && setHasFailed(true),
    )
    return () => {
      isCurrent = false
    }
  }, [part, hasFailed, load])

  if (part) return { status: 'ready', part }
  if (hasFailed) return { status: 'failed', tryAgain: () => setHasFailed(false) }
  return { status: 'loading' }
}
