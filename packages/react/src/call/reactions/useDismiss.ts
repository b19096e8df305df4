'use client'
import { type RefObject, useCallback, useEffect, useRef } from 'react'

/**
 * Something small that lies on the call: the focus goes into it when it opens, and back to where it came from
 * when it is closed by Escape or by the answer. A press or a focus elsewhere closes it too and keeps its place.
 */
export function useDismiss(around: RefObject<HTMLElement | null>, onClose: () => void): () => void {
  const opener = useRef<Element | null>(null)

  const close = useCallback(() => {
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
    onClose()
  }, [onClose])

  useEffect(() => {
    const element = around.current
    if (!element) return
    const page = element.ownerDocument
    // StrictMode runs this twice, the second time with the focus inside already.
    if (!element.contains(page.activeElement)) opener.current = page.activeElement
    element.querySelector('button')?.focus({ preventScroll: true })

    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return
      // One Escape closes one thing.
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    function onElsewhere({ target }: Event): void {
      const isInside = target instanceof Node && element?.contains(target)
      // A press on what opened it closes it by itself; twice would open it again.
      const isOpener = target instanceof Node && opener.current?.contains(target)
      if (!isInside && !isOpener) onClose()
    }

    element.addEventListener('keydown', onKeyDown)
    page.addEventListener('pointerdown', onElsewhere)
    page.addEventListener('focusin', onElsewhere)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
      page.removeEventListener('pointerdown', onElsewhere)
      page.removeEventListener('focusin', onElsewhere)
    }
  }, [around, close, onClose])

  return close
}
