'use client'
import type { BookingScope } from '@meetings/contract'
import { type KeyboardEvent, useRef } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

export interface ScopeTabsProps {
  scopes: readonly BookingScope[]
  scope: BookingScope
  /** Tabs and their panel are named after it. */
  id: string
  onChange(scope: BookingScope): void
}

/** Upcoming, past or cancelled: tabs, of which the chosen one can be tabbed to and the others are an arrow away. */
export function ScopeTabs({ scopes, scope, id, onChange }: ScopeTabsProps) {
  const words = useMessages('bookings', enBookings)
  const tabs = useRef<HTMLDivElement>(null)
  const names = {
    upcoming: words.scopeUpcoming,
    past: words.scopePast,
    cancelled: words.scopeCancelled,
    all: words.scopeAll,
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const forwards = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const at = scopes.indexOf(scope)
    const to = {
      ArrowLeft: at + (forwards === 'ArrowLeft' ? 1 : -1),
      ArrowRight: at + (forwards === 'ArrowRight' ? 1 : -1),
      Home: 0,
      End: -1,
    }[event.key]
    const next = to === undefined ? undefined : scopes.at(to % scopes.length)
    if (!next) return
    event.preventDefault()
    onChange(next)
    tabs.current?.querySelector<HTMLElement>(`[data-scope="${next}"]`)?.focus()
  }

  return (
    <div ref={tabs} role="tablist" aria-label={words.scopeLabel} data-meetings-part="scope-tabs">
      {scopes.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`${id}-${each}`}
          data-scope={each}
          data-meetings-part="scope"
          aria-selected={each === scope}
          aria-controls={each === scope ? id : undefined}
          tabIndex={each === scope ? 0 : -1}
          onClick={() => onChange(each)}
          onKeyDown={onKeyDown}
        >
          {names[each]}
        </button>
      ))}
    </div>
  )
}
