'use client'
import { type PointerEvent, useRef } from 'react'

/** As far as a finger must travel sideways, in CSS pixels, and farther than up or down. */
const FAR = 48

/** Tells a swipe of a finger: `next` towards the inline start, `previous` towards the end. */
export function useSwipe(onSwipe: (to: 'next' | 'previous') => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      from.current = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY } : null
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const start = from.current
      from.current = null
      if (!start) return
      const x = event.clientX - start.x
      if (Math.abs(x) < FAR || Math.abs(x) < Math.abs(event.clientY - start.y)) return
      const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
      onSwipe(x < 0 === isRightToLeft ? 'previous' : 'next')
    },
    onPointerCancel() {
      from.current = null
    },
  }
}
