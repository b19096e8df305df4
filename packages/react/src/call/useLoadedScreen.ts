'use client'
import { type LoadedPart, useLoadedPart } from '../loaded-part/useLoadedPart.ts'
import { type CallScreenModule, loadCallScreen, loadedCallScreen } from './load-call-screen.ts'

/** The call screen, asked for when it is not here yet. */
export function useLoadedScreen(
  load: () => Promise<CallScreenModule> = loadCallScreen,
): LoadedPart<CallScreenModule> {
  return useLoadedPart(load, loadedCallScreen)
}
