'use client'
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { CallCorner } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { cornerAfterKey, nearestCorner } from './corners.ts'

/** As far as a finger trembles in a tap, in CSS pixels. */
const SLOP = 5

/**
 * Moves the tile to a corner of the window: by dragging the element these handlers are put on, which lets it
 * go in the nearest one, and by arrow keys. On its way it is only transformed; nothing else is laid out again.
 */
export function useCorner() {
  const { callView } = useRuntime('VideoCallModal')
  const drag = useRef<{ layer: HTMLElement; x: number; y: number; hasMoved: boolean } | null>(null)
  const motion = useRef<Animation | null>(null)
  const hasDragged = useRef(false)

  // The call may come back over the page in the middle of a move, and the layer is the same.
  useEffect(
    () => () => {
      motion.current?.cancel()
      if (drag.current) drag.current.layer.style.transform = ''
    },
    [],
  )

  function moveTo(layer: HTMLElement, corner: CallCorner): void {
    const before = layer.getBoundingClientRect()
    layer.style.transform = ''
    flushSync(() => callView.set({ corner }))
    const after = layer.getBoundingClientRect()
    motion.current = glide(layer, before.left - after.left, before.top - after.top)
  }

  function drop(): void {
    const dragged = drag.current
    drag.current = null
    if (!dragged?.hasMoved) return
    const { layer } = dragged
    const { clientWidth: width, clientHeight: height } = layer.ownerDocument.documentElement
    moveTo(layer, nearestCorner(layer.getBoundingClientRect(), { width, height }, directionOf(layer)))
  }

  return {
    /** Whether this click is only the end of a drag. One from the keyboard never is. */
    wasDragged: (event: MouseEvent) => event.detail > 0 && hasDragged.current,
    onPointerDown(event: PointerEvent<HTMLElement>) {
      hasDragged.current = false
      const layer = layerOf(event.currentTarget)
      if (event.button !== 0 || !layer) return
      drag.current = { layer, x: event.clientX, y: event.clientY, hasMoved: false }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      // Let go where nobody was told of it.
      if (event.buttons === 0) drag.current = null
      const from = drag.current
      if (!from) return
      const x = event.clientX - from.x
      const y = event.clientY - from.y
      if (!from.hasMoved) {
        if (Math.hypot(x, y) < SLOP) return
        from.hasMoved = true
        hasDragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      from.layer.style.transform = `translate(${x}px, ${y}px)`
    },
    onPointerUp: drop,
    onPointerCancel: drop,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const layer = layerOf(event.currentTarget)
      if (!layer || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const corner = cornerAfterKey(event.key, callView.get().corner, directionOf(layer))
      if (!corner) return
      // Or the page would scroll as well.
      event.preventDefault()
      moveTo(layer, corner)
    },
  }
}

function layerOf(element: HTMLElement): HTMLElement | null {
  return element.closest<HTMLElement>('[data-meetings-part="call-layer"]')
}

function directionOf(element: HTMLElement): 'ltr' | 'rtl' {
  return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr'
}

/** From where it was seen last to where it now is. */
function glide(layer: HTMLElement, x: number, y: number): Animation | null {
  const isStill = layer.ownerDocument.defaultView?.matchMedia?.('(prefers-reduced-motion: reduce)').matches
  if (isStill || typeof layer.animate !== 'function') return null
  return layer.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
    duration: 200,
    easing: 'ease-out',
  })
}
