'use client'
import { type RefObject, useLayoutEffect } from 'react'

/**
 * Focus goes into a panel when it opens, unless something in it has taken it, and back to what opened it
 * when it closes: to the "more" button when that was an entry of its menu.
 */
export function usePanelFocus(region: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const panel = region.current
    if (!panel) return
    const page = panel.ownerDocument
    const opener = page.activeElement
    if (!panel.contains(opener)) panel.focus({ preventScroll: true })
    return () => {
      // Somebody who went on to something else keeps their place there.
      if (page.activeElement !== page.body && !panel.contains(page.activeElement)) return
      // The panel is still in the page, so this is the last moment to look around from it.
      const call = panel.closest<HTMLElement>('[data-meetings-part="video-call"]')
      const more = call?.querySelector<HTMLElement>('[data-meetings-part="more-button"]')
      const isHere = opener instanceof HTMLElement && opener.isConnected && opener !== page.body
      const target = isHere ? opener : (more ?? call)
      target?.focus({ preventScroll: true })
    }
  }, [region])
}
