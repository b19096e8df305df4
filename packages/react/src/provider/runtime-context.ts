'use client'
import { createContext, useContext } from 'react'
import type { MeetingRuntime } from './meeting-runtime.ts'

export const RuntimeContext = createContext<MeetingRuntime | null>(null)

/** The runtime of the nearest provider; `caller` names the hook or component in the error. */
export function useRuntime(caller: string): MeetingRuntime {
  const runtime = useContext(RuntimeContext)
  if (!runtime) throw new Error(`${caller} must be used inside <MeetingProvider>. Wrap your app in it.`)
  return runtime
}
