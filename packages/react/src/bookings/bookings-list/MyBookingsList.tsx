'use client'
import type { BookingScope } from '@meetings/contract'
import { type ReactNode, useState } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { MeetingsRoot } from '../../theme/root/MeetingsRoot.tsx'
import { BookingsOfScope } from './BookingsOfScope.tsx'
import { LoadingCards } from './LoadingCards.tsx'
import { ScopeFilter } from './ScopeFilter.tsx'
import { useIsHydrated } from './useIsHydrated.ts'

export interface MyBookingsListProps {
  /** What to show first; `upcoming` by default. With `onScopeChange` the host decides what is shown. */
  scope?: BookingScope
  onScopeChange?: (scope: BookingScope) => void
  /** What can be chosen; one alone shows no choice. Upcoming, past and cancelled by default. */
  scopes?: readonly BookingScope[]
  /** How many bookings to ask for at a time, 1 to 100; 20 by default. */
  pageSize?: number
  /** The level of the day headings; titles of cards are one below. 3 by default. */
  headingLevel?: 2 | 3 | 4 | 5
  /** One thing to do when there are no meetings, for example a button that books one. */
  emptyAction?: ReactNode
  className?: string
}

const DEFAULT_SCOPES: readonly BookingScope[] = ['upcoming', 'past', 'cancelled']

/**
 * The viewer's bookings as cards grouped by day, each with its countdown and Join Video Call.
 * Needs `<MeetingProvider>` above it and `@meetings/react/styles.css`.
 *
 * @example
 * <MyBookingsList emptyAction={<button onClick={book}>Book a meeting</button>} />
 */
export function MyBookingsList(props: MyBookingsListProps) {
  const { onScopeChange, scopes = DEFAULT_SCOPES, pageSize, headingLevel = 3, emptyAction } = props
  const words = useMessages('bookings', enBookings)
  const [chosen, setChosen] = useState(props.scope ?? 'upcoming')
  const scope = onScopeChange && props.scope ? props.scope : chosen
  // A server knows neither the viewer's clock nor, often, their zone: it draws the loading state.
  const isHydrated = useIsHydrated()

  return (
    <MeetingsRoot
      data-meetings-part="bookings"
      role="region"
      aria-label={words.myMeetings}
      className={props.className}
    >
      {scopes.length > 1 && (
        <ScopeFilter
          scopes={scopes}
          scope={scope}
          onChange={(next) => {
            setChosen(next)
            onScopeChange?.(next)
          }}
        />
      )}
      {isHydrated ? (
        <BookingsOfScope
          key={scope}
          scope={scope}
          pageSize={pageSize}
          headingLevel={headingLevel}
          emptyAction={emptyAction}
        />
      ) : (
        <LoadingCards />
      )}
    </MeetingsRoot>
  )
}
