'use client'
import type { BookingScope } from '@meetings/contract'
import { type ReactNode, useId, useState } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { useLocaleSettings, useMessages } from '../../i18n/I18nContext.tsx'
import { MeetingsRoot } from '../../theme/root/MeetingsRoot.tsx'
import type { UseBookingsOptions } from '../queries/useBookings.ts'
import type { BookingActions } from './booking-actions.ts'
import type { BookingsComponents } from './components.ts'
import { ListScreen } from './ListScreen.tsx'
import { LoadingCards } from './LoadingCards.tsx'
import { ScopeTabs } from './ScopeTabs.tsx'
import { useIsHydrated } from './useIsHydrated.ts'

export interface MyBookingsListProps
  extends BookingActions,
    Pick<UseBookingsOptions, 'subscribe' | 'pollSeconds'> {
  /** What to show first; `upcoming` by default. With `onScopeChange` the host decides what is shown. */
  scope?: BookingScope
  onScopeChange?: (scope: BookingScope) => void
  /** What can be chosen; one alone shows no choice. Upcoming, past and cancelled by default. */
  scopes?: readonly BookingScope[]
  /** How many bookings to ask for at a time, 1 to 100; 20 by default. */
  pageSize?: number
  /** The level of the day headings; titles of cards are one below. 3 by default. */
  headingLevel?: 2 | 3 | 4 | 5
  /** Opens whatever books a meeting: the way forward when there are none. */
  onBook?: () => void
  /** One thing to do when there are no meetings, instead of the button that `onBook` brings. */
  emptyAction?: ReactNode
  /** Parts of your own. */
  components?: BookingsComponents
  className?: string
}

const DEFAULT_SCOPES: readonly BookingScope[] = ['upcoming', 'past', 'cancelled']

/**
 * The viewer's bookings as cards grouped by day, each with its countdown, Join Video Call, and a menu to
 * reschedule, cancel, and add it to a calendar. Needs `<MeetingProvider>` above it and
 * `@meetings/react/styles.css`.
 *
 * On a server it draws cards only when the provider knows `now`, `locale` and `timeZone` and the query
 * client has the bookings; else it draws the shape of them.
 *
 * @example
 * <MyBookingsList onBook={openBooking} onReschedule={(booking) => openBooking(booking)} />
 */
export function MyBookingsList(props: MyBookingsListProps) {
  const { scope: asked, onScopeChange, scopes = DEFAULT_SCOPES, className, ...rest } = props
  const words = useMessages('bookings', enBookings)
  const panelId = useId()
  const [chosen, setChosen] = useState(asked ?? 'upcoming')
  const scope = onScopeChange && asked ? asked : chosen
  const hasTabs = scopes.length > 1
  const { now, locale, timeZone } = useLocaleSettings()
  // A server knows neither the viewer's clock nor, often, their zone: it draws the loading state.
  const isHydrated = useIsHydrated()
  const canTellTime = isHydrated || (now !== undefined && locale !== undefined && timeZone !== undefined)

  const choose = (next: BookingScope) => {
    setChosen(next)
    onScopeChange?.(next)
  }

  return (
    <MeetingsRoot
      data-meetings-part="bookings"
      role="region"
      aria-label={words.myMeetings}
      className={className}
    >
      {hasTabs && <ScopeTabs scopes={scopes} scope={scope} id={panelId} onChange={choose} />}
      <div
        data-meetings-part="bookings-panel"
        {...(hasTabs && { id: panelId, role: 'tabpanel', 'aria-labelledby': `${panelId}-${scope}` })}
      >
        {canTellTime ? (
          <ListScreen
            {...rest}
            key={scope}
            scope={scope}
            onShowUpcoming={scopes.includes('upcoming') ? () => choose('upcoming') : undefined}
          />
        ) : (
          <LoadingCards />
        )}
      </div>
    </MeetingsRoot>
  )
}
