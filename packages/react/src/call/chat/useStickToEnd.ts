'use client'
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

export interface StickToEnd {
  /** Whether the end of the list is out of sight while something new has come there. */
  hasNews: boolean
  /** Give it to the list's `onScroll`. */
  onScroll(): void
  goToEnd(): void
}

/** This near the end counts as there, in pixels: zoomed pages scroll in fractions. */
const NEAR = 24

/**
 * Keeps a list at its end while the reader is there, and where it is while they read further up.
 * @param newest tells the last entry from the one before it
 * @param isOwn the newest is the reader's own: they want to see it wherever they were
 */
export function useStickToEnd(
  list: RefObject<HTMLElement | null>,
  newest: string | undefined,
  isOwn: boolean,
): StickToEnd {
  const [hasNews, setHasNews] = useState(false)
  const isAtEnd = useRef(true)
  const lastSize = useRef('')
  const before = useRef<string>(undefined)

  const goToEnd = useCallback(() => {
    const element = list.current
    if (element) {
      element.scrollTop = element.scrollHeight
      lastSize.current = sizeOf(element)
    }
    isAtEnd.current = true
    setHasNews(false)
  }, [list])

  const onScroll = useCallback(() => {
    const element = list.current
    if (!element) return
    const isNear = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR
    const size = sizeOf(element)
    // Lines that wrap anew scroll a list too; only a reader scrolls one that has kept its size.
    if (isNear || size === lastSize.current) isAtEnd.current = isNear
    else if (isAtEnd.current) element.scrollTop = element.scrollHeight
    lastSize.current = size
    if (isAtEnd.current) setHasNews(false)
  }, [list])

  useLayoutEffect(() => {
    if (before.current === newest) return
    before.current = newest
    if (isAtEnd.current || isOwn) return goToEnd()
    if (list.current) lastSize.current = sizeOf(list.current)
    setHasNews(true)
  }, [newest, isOwn, goToEnd, list])

  // A panel that is made narrower or wider wraps its lines anew; whoever was at the end stays there.
  useLayoutEffect(() => {
    const element = list.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight
      lastSize.current = sizeOf(element)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [list])

  return { hasNews, onScroll, goToEnd }
}

function sizeOf({ clientWidth, clientHeight, scrollHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight} ${scrollHeight}`
}
