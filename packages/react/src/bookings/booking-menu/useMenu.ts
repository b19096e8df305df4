'use client'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { placeMenu } from './place-menu.ts'

export interface MenuState {
  isOpen: boolean
  button: RefObject<HTMLButtonElement | null>
  menu: RefObject<HTMLDivElement | null>
  toggle(): void
  /** Closes it; the focus goes back to the button. */
  close(): void
  onButtonKeyDown(event: KeyboardEvent): void
  onMenuKeyDown(event: KeyboardEvent): void
}

/**
 * A menu button as the ARIA practices describe it: arrows open and move, Home and End, first letters,
 * Escape and Tab close. It is shown in the browser's top layer where there is one, so that no scrolling
 * container cuts it off.
 */
export function useMenu(): MenuState {
  const [opened, setOpened] = useState<'first' | 'last' | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const isOpen = opened !== null

  useLayoutEffect(() => {
    const [element, anchor] = [menu.current, button.current]
    if (!opened || !element || !anchor) return
    // Missing in older browsers: the menu then lies under the button, in the page.
    if (element.showPopover) {
      element.popover = 'manual'
      element.showPopover()
    }
    placeMenu(element, anchor)
    itemsOf(element)
      .at(opened === 'first' ? 0 : -1)
      ?.focus({ preventScroll: true })
  }, [opened])

  useEffect(() => {
    if (!isOpen) return
    const page = button.current?.ownerDocument
    const view = page?.defaultView
    const closeOutside = (event: Event) => {
      const target = event.target as Node
      if (!menu.current?.contains(target) && !button.current?.contains(target)) setOpened(null)
    }
    // A menu that stays where it was while its card moves on points at nothing.
    const follow = (event: Event) => {
      if (!menu.current || !button.current || menu.current.contains(event.target as Node)) return
      placeMenu(menu.current, button.current)
    }
    const closeOnResize = () => setOpened(null)
    page?.addEventListener('pointerdown', closeOutside, true)
    page?.addEventListener('scroll', follow, { capture: true, passive: true })
    view?.addEventListener('resize', closeOnResize)
    return () => {
      page?.removeEventListener('pointerdown', closeOutside, true)
      page?.removeEventListener('scroll', follow, { capture: true })
      view?.removeEventListener('resize', closeOnResize)
    }
  }, [isOpen])

  function close(): void {
    setOpened(null)
    button.current?.focus({ preventScroll: true })
  }

  return {
    isOpen,
    button,
    menu,
    toggle: () => (isOpen ? close() : setOpened('first')),
    close,
    onButtonKeyDown(event) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      setOpened(event.key === 'ArrowDown' ? 'first' : 'last')
    },
    onMenuKeyDown(event) {
      const items = menu.current ? itemsOf(menu.current) : []
      const at = items.indexOf(event.target as HTMLElement)
      if (event.key === 'Escape') {
        // Only the menu: whatever it is in stays open.
        event.stopPropagation()
        event.preventDefault()
        return close()
      }
      // The focus moves on from the button, as if the menu had not been there.
      if (event.key === 'Tab') return close()
      const next = nextItem(items, at, event.key)
      if (!next) return
      event.preventDefault()
      next.focus({ preventScroll: true })
    },
  }
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')]
}

function nextItem(items: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  const around = (index: number) => items[(index + items.length) % items.length]
  if (key === 'ArrowDown') return around(at + 1)
  if (key === 'ArrowUp') return around(at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const startsWith = (item: HTMLElement) =>
    item.textContent?.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase())
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(startsWith)
}
