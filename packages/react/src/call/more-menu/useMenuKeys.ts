'use client'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { itemsOf, nextItem } from '../../menu/menu-items.ts'

type Close = (how: 'to-button' | 'elsewhere') => void

/**
 * A menu as the ARIA practices describe it: the first line has the focus, arrows, Home, End and first letters
 * move it, Escape and Tab close, and so does a press on anything else.
 */
export function useMenuKeys(menu: RefObject<HTMLElement | null>, onClose: Close) {
  const latest = useRef(onClose)
  latest.current = onClose

  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    itemsOf(element)[0]?.focus({ preventScroll: true })
    const page = element.ownerDocument
    const closeOutside = ({ target }: Event) => {
      if (!element.parentElement?.contains(target as Node)) latest.current('elsewhere')
    }
    page.addEventListener('pointerdown', closeOutside, true)
    return () => page.removeEventListener('pointerdown', closeOutside, true)
  }, [menu])

  // A line may go while the menu is open (somebody else takes the screen): the menu keeps the focus.
  useEffect(() => {
    const element = menu.current
    if (!element) return
    const { activeElement, body } = element.ownerDocument
    if (activeElement === body) itemsOf(element)[0]?.focus()
  })

  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === 'Escape' || event.key === 'Tab') {
        // Only the menu: the panel or dialog it is in stays open.
        event.preventDefault()
        event.stopPropagation()
        return onClose('to-button')
      }
      const items = itemsOf(event.currentTarget)
      const next = nextItem(items, items.indexOf(event.target as HTMLElement), event.key)
      if (!next) return
      event.preventDefault()
      next.focus()
    },
  }
}
