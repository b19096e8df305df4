'use client'
import { useEffect } from 'react'

/** A press would close a dialog below, and what locks the page's scrolling (Radix) would lock ours as well. */
const KEPT = ['pointerdown', 'wheel', 'touchmove'] as const

/**
 * Keeps a host's dialogs below ours open: some (Radix) listen on the document, and take an Escape or a press
 * in our dialog for one that was meant for them.
 */
export function useKeepHostDialogs(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return

    /** Marked as dealt with before others hear of it; ours closes all the same. */
    function onKeyDown(event: KeyboardEvent): void {
      // A native dialog or popover inside ours needs the unmarked key.
      const isNative = event.target instanceof Element && event.target.closest('dialog, [popover]') !== null
      if (event.key === 'Escape' && isInOurs(event) && !isNative) event.preventDefault()
    }

    /** React has heard it by then: it listens on the body, and did so before. */
    function keep(event: Event): void {
      if (isInOurs(event)) event.stopPropagation()
    }

    window.addEventListener('keydown', onKeyDown, true)
    for (const type of KEPT) document.body.addEventListener(type, keep)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      for (const type of KEPT) document.body.removeEventListener(type, keep)
    }
  }, [isOpen])
}

function isInOurs({ target }: Event): boolean {
  return target instanceof Element && target.closest('[data-meetings-part="modal-layer"]') !== null
}
