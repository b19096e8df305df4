'use client'
import { useSyncExternalStore } from 'react'

/** Whether the call fills the screen; also true when the person left it by the browser's own key. */
export function useIsFullScreen(): boolean {
  return useSyncExternalStore(subscribe, isFullScreen, () => false)
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener)
  return () => document.removeEventListener('fullscreenchange', listener)
}

function isFullScreen(): boolean {
  const { fullscreenElement } = document
  return fullscreenElement instanceof HTMLElement && fullscreenElement.dataset.meetingsPart === 'call-layer'
}
