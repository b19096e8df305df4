'use client'
import type { BookingScope } from '@meetings/contract'
import { useId } from 'react'
import { type BookingsMessages, enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { VisuallyHidden } from '../../theme/visually-hidden/VisuallyHidden.tsx'

export interface ScopeFilterProps {
  scopes: readonly BookingScope[]
  scope: BookingScope
  onChange(scope: BookingScope): void
}

/** Upcoming, past or cancelled: radio buttons, so that arrow keys and screen readers know them already. */
export function ScopeFilter({ scopes, scope, onChange }: ScopeFilterProps) {
  const words = useMessages('bookings', enBookings)
  const name = useId()
  return (
    <fieldset data-meetings-part="scope-filter">
      <VisuallyHidden as="legend">{words.scopeLabel}</VisuallyHidden>
      {scopes.map((each) => (
        <label key={each} data-meetings-part="scope" data-state={each === scope ? 'chosen' : 'free'}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === scope}
            onChange={() => onChange(each)}
          />
          {wordOf(each, words)}
        </label>
      ))}
    </fieldset>
  )
}

function wordOf(scope: BookingScope, words: BookingsMessages): string {
  const byScope = {
    upcoming: words.scopeUpcoming,
    past: words.scopePast,
    cancelled: words.scopeCancelled,
    all: words.scopeAll,
  }
  return byScope[scope]
}
