'use client'
import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}

/** `false` on the server and while the browser takes its markup over; `true` from then on. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
}
