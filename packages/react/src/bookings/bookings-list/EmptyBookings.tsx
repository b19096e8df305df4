import type { BookingScope } from '@meetings/contract'
import type { ReactNode } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Icon } from '../../theme/icon/Icon.tsx'

/** Nothing to show: one line, one picture, and the host's one thing to do (`children`). */
export function EmptyBookings({ scope, children }: { scope: BookingScope; children: ReactNode }) {
  const words = useMessages('bookings', enBookings)
  const lines = {
    upcoming: words.emptyUpcoming,
    past: words.emptyPast,
    cancelled: words.emptyCancelled,
    all: words.emptyAll,
  }
  return (
    <div data-meetings-part="empty">
      <span data-meetings-part="empty-picture" aria-hidden="true">
        <Icon name="calendar" size={28} />
      </span>
      <div data-meetings-part="empty-line">{lines[scope]}</div>
      {children}
    </div>
  )
}
