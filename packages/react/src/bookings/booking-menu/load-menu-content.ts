import type { ComponentType } from 'react'
import type { MenuContentProps } from './MenuContent.tsx'

type MenuContentType = ComponentType<MenuContentProps>

let loaded: MenuContentType | null = null

/** Of a list's many menus few are ever opened: their code comes when a pointer or the focus reaches the first. */
export async function loadMenuContent(): Promise<MenuContentType> {
  loaded ??= (await import('./MenuContent.tsx')).MenuContent
  return loaded
}

/** The menu if its code is here already, so that it opens without a moment in between. */
export function loadedMenuContent(): MenuContentType | null {
  return loaded
}

/** A press is likely. Never rejects: the menu itself says what failed. */
export function preloadMenuContent(): void {
  loadMenuContent().catch(() => undefined)
}
