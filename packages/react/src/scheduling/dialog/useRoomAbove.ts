'use client'
import { useLayoutEffect } from 'react'

/** What React Aria neither hides nor takes the focus from, as long as its own dialog is open. */
const MARK = 'data-react-aria-top-layer'
const OURS = '[data-meetings-part="modal-layer"]'

/**
 * Lets a host open something above ours: a dialog that says the session ran out, a toast. React Aria would
 * make whatever comes into the page inert and take the focus back from it.
 *
 * What comes into the body while ours is open is taken to be above; so is a native dialog that opens as a
 * modal, wherever it is. When it goes and leaves the focus nowhere, the focus returns to where it was in ours.
 */
export function useRoomAbove(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return
    const { body } = document
    const below = new Set(body.children)
    const marked = new Set<Element>()
    let lastInOurs: HTMLElement | null = null

    function mark(element: Element): void {
      if (element.hasAttribute(MARK) || element.matches(OURS) || element.querySelector(OURS)) return
      element.setAttribute(MARK, '')
      marked.add(element)
    }

    function look(): void {
      for (const child of body.children) if (!below.has(child)) mark(child)
      for (const dialog of document.querySelectorAll('dialog[open]'))
        if (dialog.matches(':modal')) mark(dialog)
    }

    /** Before React Aria hears of it: a dialog may take the focus in the tick in which it comes. */
    function onFocusIn({ target }: FocusEvent): void {
      look()
      if (target instanceof HTMLElement && target.closest(OURS)) lastInOurs = target
    }

    const observer = new MutationObserver((changes) => {
      look()
      const hasGone = changes.some(({ removedNodes }) => removedNodes.length > 0)
      if (hasGone && document.activeElement === body) lastInOurs?.focus({ preventScroll: true })
    })
    observer.observe(body, { childList: true })
    window.addEventListener('focusin', onFocusIn, true)
    return () => {
      observer.disconnect()
      window.removeEventListener('focusin', onFocusIn, true)
      for (const element of marked) element.removeAttribute(MARK)
    }
  }, [isOpen])
}
