'use client'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { itemsOf, nextItem } from '../../menu/menu-items.ts'
import type { MenuPosition } from './BookingMenu.tsx'
import { placeMenu } from './place-menu.ts'

export interface MenuSetup {
  button: RefObject<HTMLButtonElement | null>
  position: MenuPosition
  /** Closes it; the focus goes back to the button. */
  onClose(): void
  /** Closes it because something else is used now. */
  onDismiss(): void
}

/**
 * A menu as the ARIA practices describe it: arrows move, Home and End, first letters, Escape and Tab close.
 * It is shown in the browser's top layer where there is one, so that no scrolling container cuts it off.
 */
export function useMenu({ button, position, onClose, onDismiss }: MenuSetup) {
  const menu = useRef<HTMLDivElement>(null)
  const isOpen = position !== 'closed'

  useLayoutEffect(() => {
    const [element, anchor] = [menu.current, button.current]
    if (position === 'closed' || !element || !anchor) return
    // Missing in older browsers: the menu then lies under the button, in the page.
    if (element.showPopover) {
      element.popover = 'manual'
      element.showPopover()
    }
    placeMenu(element, anchor)
    itemsOf(element)
      .at(position === 'first' ? 0 : -1)
      ?.focus({ preventScroll: true })
  }, [position, button])

  const dismiss = useRef(onDismiss)
  useEffect(() => {
    dismiss.current = onDismiss
  })
  useEffect(() => {
    if (!isOpen) return
    const page = button.current?.ownerDocument
    const view = page?.defaultView
    const closeOutside = (event: Event) => {
      const target = event.target as Node
      if (!menu.current?.contains(target) && !button.current?.contains(target)) dismiss.current()
    }
    // A menu that stays where it was while its card moves on points at nothing.
    const follow = (event: Event) => {
      if (!menu.current || !button.current || menu.current.contains(event.target as Node)) return
      placeMenu(menu.current, button.current)
    }
    const closeOnResize = () => dismiss.current()
    page?.addEventListener('pointerdown', closeOutside, true)
    page?.addEventListener('scroll', follow, { capture: true, passive: true })
    view?.addEventListener('resize', closeOnResize)
    return () => {
      page?.removeEventListener('pointerdown', closeOutside, true)
      page?.removeEventListener('scroll', follow, { capture: true })
      view?.removeEventListener('resize', closeOnResize)
    }
  }, [isOpen, button])

  function onKeyDown(event: KeyboardEvent): void {
    const items = menu.current ? itemsOf(menu.current) : []
    const at = items.indexOf(event.target as HTMLElement)
    if (event.key === 'Escape') {
      // Only the menu: whatever it is in stays open.
      event.stopPropagation()
      event.preventDefault()
    }
    // After Tab the focus moves on from the button, as if the menu had not been there.
    if (event.key === 'Escape' || event.key === 'Tab') {
      onClose()
      return
    }
    const next = nextItem(items, at, event.key)
    if (!next) return
    event.preventDefault()
    next.focus({ preventScroll: true })
  }

  return { menu, onKeyDown }
}
