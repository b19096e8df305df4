import type { ReactNode } from 'react'

export interface MenuItemProps {
  children: ReactNode
  /** An address that opens in another tab; else `onChoose` does the work. */
  href?: string
  onChoose(): void
  isDanger?: boolean
  /** Why it cannot be chosen. It keeps its place and can be read. */
  unavailable?: string | null
}

/** One line of a menu. */
export function MenuItem({ children, href, onChoose, isDanger = false, unavailable = null }: MenuItemProps) {
  const look = {
    role: 'menuitem',
    tabIndex: -1,
    'data-meetings-part': 'menu-item',
    'data-tone': isDanger ? 'danger' : undefined,
  }
  if (href) {
    return (
      <a {...look} href={href} target="_blank" rel="noopener noreferrer" onClick={onChoose}>
        {children}
      </a>
    )
  }
  return (
    <button
      {...look}
      type="button"
      aria-disabled={unavailable === null ? undefined : true}
      onClick={unavailable === null ? onChoose : undefined}
    >
      {children}
      {unavailable !== null && <span data-meetings-part="menu-reason">{unavailable}</span>}
    </button>
  )
}
