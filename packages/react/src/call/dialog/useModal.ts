'use client'
import { type RefObject, useEffect } from 'react'
import { keepFocusIn } from './keep-focus-in.ts'
import { lockScroll } from './lock-scroll.ts'

/** Makes an element modal while it is mounted: focus goes in, stays in, and returns to where it was. */
export function useModal(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    const page = element.ownerDocument
    const opener = page.activeElement
    element.focus({ preventScroll: true })
    const unlockScroll = lockScroll(page)
    const releaseFocus = keepFocusIn(element)
    return () => {
      releaseFocus()
      unlockScroll()
      // Somebody who went on to something above the call keeps their place there.
      const isElsewhere = page.activeElement !== page.body && !element.contains(page.activeElement)
      if (isElsewhere || !(opener instanceof HTMLElement) || !opener.isConnected) return
      opener.focus({ preventScroll: true })
    }
  }, [dialog])
}
