'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { SmallWindow } from '../../page/call-surroundings.ts'
import type { CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useViewOf } from '../useViewOf.ts'
import { useLoadedSurroundings } from './useSurroundings.ts'

const SIZE = { width: 380, height: 240 }

/** Moves the call into a small window above all others; `null` where the browser has none. */
export function useOpenSmallWindow(): (() => void) | null {
  const { callView } = useRuntime('VideoCallModal')
  const surroundings = useLoadedSurroundings()
  const open = useCallback(async () => {
    // Closed by the person: the call is back over the page, where it can be seen.
    const onClosed = () => callView.set({ smallWindow: null, isMinimised: false })
    const smallWindow = (await surroundings?.openWindow(SIZE, onClosed)) ?? null
    if (smallWindow) callView.set({ smallWindow, isMinimised: true })
  }, [surroundings, callView])
  return surroundings?.canOpenWindow() ? () => void open() : null
}

/** Closes the window when the call comes back over the page or is over. */
export function useSmallWindowEnd(): void {
  const { callView } = useRuntime('VideoCallModal')
  const isMinimised = useViewOf(selectIsMinimised)
  const smallWindow = useViewOf(selectSmallWindow)

  const shown = useRef<SmallWindow | null>(null)

  useEffect(() => {
    if (!smallWindow || !isMinimised) return
    shown.current = smallWindow
    return () => {
      shown.current = null
      // StrictMode comes back in the same breath, and that must not close it.
      queueMicrotask(() => {
        if (shown.current === smallWindow) return
        smallWindow.close()
        if (callView.get().smallWindow === smallWindow) callView.set({ smallWindow: null })
      })
    }
  }, [smallWindow, isMinimised, callView])
}

const selectIsMinimised = (view: CallView) => view.isMinimised
const selectSmallWindow = (view: CallView) => view.smallWindow
