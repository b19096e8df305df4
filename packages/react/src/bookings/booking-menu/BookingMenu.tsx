'use client'
import type { Booking } from '@meetings/contract'
import { type KeyboardEvent, memo, useRef, useState } from 'react'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { BookingActions } from '../bookings-list/booking-actions.ts'
import { LoadedMenuContent } from './LoadedMenuContent.tsx'
import { preloadMenuContent } from './load-menu-content.ts'
import { belongsInCalendar, changeableAt } from './menu-entries.ts'
import { otherZone, useReadsOtherwise } from './other-zone.ts'

export interface BookingMenuProps {
  booking: Booking
  /** The id of the card's title. */
  describedBy: string
  actions: BookingActions
}

/** `first` and `last`: open, with that line focused first. */
export type MenuPosition = 'closed' | 'first' | 'last'

/**
 * Everything to do with a booking besides joining it. What time decides is decided when it opens. A list has
 * many of these and few are ever opened: until then it is a button and nothing more.
 */
export const BookingMenu = memo(function BookingMenu({ booking, describedBy, actions }: BookingMenuProps) {
  const { clock } = useRuntime('MyBookingsList')
  const words = useMessages('bookingActions', enBookingActions)
  const [position, setPosition] = useState<MenuPosition | 'unused'>('unused')
  const button = useRef<HTMLButtonElement>(null)
  const readsOtherwise = useReadsOtherwise(booking, otherZone(booking, actions))
  const now = clock.now()
  const hasEntries =
    changeableAt(booking, now).may !== 'never' || belongsInCalendar(booking, now) || !!actions.linkTo
  if (!hasEntries && !readsOtherwise()) return null

  const isOpen = position === 'first' || position === 'last'
  const menuId = `${describedBy}-menu`

  function close(): void {
    setPosition('closed')
    button.current?.focus({ preventScroll: true })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setPosition(event.key === 'ArrowDown' ? 'first' : 'last')
  }

  return (
    <div data-meetings-part="booking-menu">
      <button
        ref={button}
        type="button"
        data-meetings-part="menu-button"
        aria-label={words.moreActions}
        aria-describedby={describedBy}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onPointerEnter={preloadMenuContent}
        onFocus={preloadMenuContent}
        onClick={() => (isOpen ? close() : setPosition('first'))}
        onKeyDown={onKeyDown}
      >
        <svg width="20" height="20" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path d="M5 10.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Zm7 0a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Zm7 0a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Z" />
        </svg>
      </button>
      {position !== 'unused' && (
        <LoadedMenuContent
          id={menuId}
          booking={booking}
          actions={actions}
          button={button}
          position={position}
          onClose={close}
          onDismiss={() => setPosition('closed')}
        />
      )}
    </div>
  )
})
