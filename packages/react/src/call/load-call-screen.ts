import type { ComponentType } from 'react'

export interface CallScreenModule {
  CallScreen: ComponentType
}

let loaded: CallScreenModule | null = null

/** The call screen is a chunk of its own: most visits never open a call. A failed load may be tried again. */
export async function loadCallScreen(): Promise<CallScreenModule> {
  loaded ??= await import('./call-screen/CallScreen.tsx')
  return loaded
}

/** The screen if it is here already, so that a preloaded call opens without another frame in between. */
export function loadedCallScreen(): CallScreenModule | null {
  return loaded
}

/** Starts loading at the join click, beside the launch request. Never rejects: the call itself says what failed. */
export function preloadCallScreen(): Promise<unknown> {
  return loadCallScreen().catch(() => undefined)
}
