'use client'
import { type RefObject, useEffect } from 'react'

/**
 * A button that is pressed and then goes away takes the focus with it, and with the focus the place of whoever
 * uses the keyboard; so does what is hidden or cannot be used any more. While the call is over the page, the
 * panel around the button has the focus then, or else the call itself.
 */
export function useKeptFocus(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const call = inside.current?.closest<HTMLElement>('[data-meetings-part="video-call"]')
    if (!call) return
    const page = call.ownerDocument
    let around: readonly HTMLElement[] = []

    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) around = placesAround(target, call)
    }
    const look = () => {
      const { activeElement } = page
      // A browser takes the focus from what is disabled only when it draws next.
      const isLost = activeElement === page.body || activeElement?.matches(':disabled')
      if (!isLost || call.ariaModal !== 'true') return
      const place = around.find((element) => call.contains(element)) ?? call
      place.focus({ preventScroll: true })
    }
    const lookLater = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget === null) setTimeout(look)
    }
    const observer = new MutationObserver(look)
    observer.observe(call, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    call.addEventListener('focusin', remember)
    call.addEventListener('focusout', lookLater)
    look()
    return () => {
      observer.disconnect()
      call.removeEventListener('focusin', remember)
      call.removeEventListener('focusout', lookLater)
    }
  }, [inside])
}

/** What can take the focus around an element, from the inside out. */
function placesAround(element: Element, call: Element): HTMLElement[] {
  const place = element.parentElement?.closest<HTMLElement>('[tabindex]')
  return place && call.contains(place) ? [place, ...placesAround(place, call)] : []
}
