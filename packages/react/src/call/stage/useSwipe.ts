'use client'
import { type RefObject, useEffect, useRef } from 'react'

/** As far as a finger must travel sideways, in CSS pixels, and farther than up or down. */
const FAR = 48

/** Tells a swipe of a finger over `element`: `next` towards the inline start, `previous` towards the end. */
export function useSwipe(
  element: RefObject<HTMLElement | null>,
  onSwipe: (to: 'next' | 'previous') => void,
): void {
  const latest = useRef(onSwipe)
  latest.current = onSwipe

  useEffect(() => {
    const floor = element.current
    if (!floor) return
    let from: { x: number; y: number } | null = null
    const stop = new AbortController()
    const { signal } = stop
    const forget = () => {
      from = null
    }
    function onDown({ pointerType, clientX, clientY }: PointerEvent): void {
      from = pointerType === 'touch' ? { x: clientX, y: clientY } : null
    }
    function onUp({ clientX, clientY }: PointerEvent): void {
      const start = from
      forget()
      if (!start || !floor) return
      const x = clientX - start.x
      if (Math.abs(x) < FAR || Math.abs(x) < Math.abs(clientY - start.y)) return
      const isRightToLeft = getComputedStyle(floor).direction === 'rtl'
      latest.current(x < 0 === isRightToLeft ? 'previous' : 'next')
    }
    floor.addEventListener('pointerdown', onDown, { signal })
    floor.addEventListener('pointerup', onUp, { signal })
    floor.addEventListener('pointercancel', forget, { signal })
    return () => stop.abort()
  }, [element])
}
