'use client'
import { type RefObject, useCallback, useEffect, useRef } from 'react'

/**
 * After "Show more" and "Retry" the pressed button may be gone: the first card that came takes the focus,
 * so that reading goes on there. The answer is the list's ref and a function to call on the press.
 */
export function useFocusOnNewCards(count: number): [RefObject<HTMLDivElement | null>, () => void] {
  const list = useRef<HTMLDivElement>(null)
  const countAtPress = useRef<number | null>(null)

  useEffect(() => {
    const before = countAtPress.current
    if (before === null || count <= before) return
    countAtPress.current = null
    const cards = list.current?.querySelectorAll<HTMLElement>('[data-meetings-part="booking-card"]')
    cards?.[before]?.focus({ preventScroll: true })
  }, [count])

  const focusNextNewCard = useCallback(() => {
    countAtPress.current = count
  }, [count])
  return [list, focusNextNewCard]
}
