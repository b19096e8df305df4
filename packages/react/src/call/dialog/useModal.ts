'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { keepFocusIn } from './keep-focus-in.ts'
import { lockScroll } from './lock-scroll.ts'

/**
 * What a modal needs while it is one: focus goes in and stays, and the page below stands still. When `isModal`
 * turns false the page is free again; when the dialog goes away, so does the focus, back to where it came from.
 */
export function useModal(dialog: RefObject<HTMLElement | null>, isModal: boolean): void {
  const opener = useRef<Element | null>(null)

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    const page = element.ownerDocument
    const rememberFocus = () => {
      const { activeElement } = page
      // StrictMode runs this twice, the second time with the focus inside already.
      if (activeElement !== page.body && !element.contains(activeElement)) opener.current = activeElement
    }
    // On the way back to a modal, before anything in it takes the focus.
    if (!isModal) return rememberFocus
    rememberFocus()
    if (!element.contains(page.activeElement)) element.focus({ preventScroll: true })
    const unlock = lockScroll(page)
    const letGo = keepFocusIn(element)
    return () => {
      unlock()
      letGo()
    }
  }, [dialog, isModal])

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    return () => {
      const page = element.ownerDocument
      // Somebody who went on to something else on the page keeps their place there.
      const isElsewhere = page.activeElement !== page.body && !element.contains(page.activeElement)
      if (isElsewhere || !(opener.current instanceof HTMLElement)) return
      opener.current.focus({ preventScroll: true })
    }
  }, [dialog])
}
