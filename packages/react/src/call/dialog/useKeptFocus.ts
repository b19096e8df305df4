'use client'
import { type RefObject, useEffect } from 'react'

/**
 * A button that is pressed and then goes away takes the focus with it, and with the focus the place of whoever
 * uses the keyboard. While the call is over the page, the call itself has the focus then.
 */
export function useKeptFocus(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const call = inside.current?.closest<HTMLElement>('[data-meetings-part="video-call"]')
    if (!call) return
    const page = call.ownerDocument
    const look = () => {
      if (page.activeElement === page.body && call.ariaModal === 'true') call.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(look)
    observer.observe(call, { childList: true, subtree: true })
    look()
    return () => observer.disconnect()
  }, [inside])
}
