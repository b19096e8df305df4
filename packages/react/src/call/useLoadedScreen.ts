'use client'
import { type ComponentType, useEffect, useState } from 'react'
import { type CallScreenModule, loadCallScreen, loadedCallScreen } from './load-call-screen.ts'

export type LoadedScreen =
  | { status: 'ready'; Screen: ComponentType }
  | { status: 'loading' }
  | { status: 'failed'; tryAgain(): void }

/** The call screen, asked for when it is not here yet. A load that failed is tried again on request only. */
export function useLoadedScreen(load: () => Promise<CallScreenModule> = loadCallScreen): LoadedScreen {
  const [Screen, setScreen] = useState(() => loadedCallScreen()?.CallScreen)
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    if (Screen || hasFailed) return
    let isCurrent = true
    load().then(
      (module) => isCurrent && setScreen(() => module.CallScreen),
      () => isCurrent && setHasFailed(true),
    )
    return () => {
      isCurrent = false
    }
  }, [Screen, hasFailed, load])

  if (Screen) return { status: 'ready', Screen }
  if (hasFailed) return { status: 'failed', tryAgain: () => setHasFailed(false) }
  return { status: 'loading' }
}
