'use client'
import { useEffect } from 'react'

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
    function onPointerDown(event: PointerEvent): void {
      if (isInOurs(event)) event.stopPropagation()
    }

    window.addEventListener('keydown', onKeyDown, true)
    document.body.addEventListener('pointerdown', onPointerDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      document.body.removeEventListener('pointerdown', onPointerDown)
    }
  }, [isOpen])
}

function isInOurs({ target }: Event): boolean {
  return target instanceof Element && target.closest('[data-meetings-part="modal-layer"]') !== null
}
