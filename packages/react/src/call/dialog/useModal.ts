'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { lockScroll } from './lock-scroll.ts'

/**
 * What a modal needs from the moment it opens: focus goes in, the page below stands still, and both are
 * given back. Keeping focus inside comes with the call screen, because only that has anything to tab to.
 */
export function useModal(dialog: RefObject<HTMLElement | null>): void {
  const opener = useRef<Element | null>(null)

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    const page = element.ownerDocument
    // StrictMode runs this twice, the second time with the focus inside already.
    if (!element.contains(page.activeElement)) opener.current = page.activeElement
    element.focus({ preventScroll: true })
    const unlockScroll = lockScroll(page)
    return () => {
      unlockScroll()
      // Somebody who went on to something above the call keeps their place there.
      const isElsewhere = page.activeElement !== page.body && !element.contains(page.activeElement)
      if (isElsewhere || !(opener.current instanceof HTMLElement)) return
      opener.current.focus({ preventScroll: true })
    }
  }, [dialog])
}
