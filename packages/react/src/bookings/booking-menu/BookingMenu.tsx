'use client'
import type { Booking } from '@meetings/contract'
import { memo, useId, useState } from 'react'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import { CalendarItems } from '../add-to-calendar/CalendarItems.tsx'
import type { BookingActions } from '../bookings-list/booking-actions.ts'
import { CancelDialog } from '../cancel-dialog/CancelDialog.tsx'
import { MenuItem } from './MenuItem.tsx'
import { belongsInCalendar, changeableAt } from './menu-entries.ts'
import { otherZone, useZoneWords } from './other-zone.ts'
import { useMenu } from './useMenu.ts'
import { useWhen } from './useWhen.ts'

export interface BookingMenuProps {
  booking: Booking
  /** The id of the card's title. */
  describedBy: string
  actions: BookingActions
}

/** Everything to do with a booking besides joining it. What time decides is decided when it opens. */
export const BookingMenu = memo(function BookingMenu({ booking, describedBy, actions }: BookingMenuProps) {
  const { clock } = useRuntime('MyBookingsList')
  const words = useMessages('bookingActions', enBookingActions)
  const when = useWhen()
  const menu = useMenu()
  const id = useId()
  const [isCancelling, setCancelling] = useState(false)
  const [news, setNews] = useState<string | null>(null)
  const [showsZone, setShowsZone] = useState(false)
  const zone = otherZone(booking, actions)
  const zoneWords = useZoneWords(booking, zone)

  const now = clock.now()
  const change = changeableAt(booking, now)
  const { onReschedule } = actions
  const link = actions.linkTo?.(booking) ?? null
  const isForCalendar = belongsInCalendar(booking, now)
  if (change.may === 'never' && !isForCalendar && link === null && zoneWords === null) return null

  const choose = (work: () => void) => () => {
    setNews(null)
    menu.close()
    work()
  }
  const unavailable =
    change.may === 'no-longer' ? fillMessage(words.changesEnded, { when: when(change.until) }) : null

  async function copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address)
      setNews(words.linkCopied)
    } catch {
      setNews(fillMessage(words.copyFailed, { link: address }))
    }
  }

  return (
    <div data-meetings-part="booking-menu">
      <button
        ref={menu.button}
        type="button"
        data-meetings-part="menu-button"
        aria-label={words.moreActions}
        aria-describedby={describedBy}
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        aria-controls={menu.isOpen ? id : undefined}
        onClick={menu.toggle}
        onKeyDown={menu.onButtonKeyDown}
      >
        <svg width="20" height="20" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path d="M5 10.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Zm7 0a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Zm7 0a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Z" />
        </svg>
      </button>
      {menu.isOpen && (
        <div
          ref={menu.menu}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={words.moreActions}
          data-meetings-part="menu"
          onKeyDown={menu.onMenuKeyDown}
        >
          {onReschedule && change.may !== 'never' && (
            <MenuItem onChoose={choose(() => onReschedule(booking))} unavailable={unavailable}>
              {words.reschedule}
            </MenuItem>
          )}
          {isForCalendar && <CalendarItems booking={booking} link={link} choose={choose} onNews={setNews} />}
          {link !== null && <MenuItem onChoose={choose(() => void copy(link))}>{words.copyLink}</MenuItem>}
          {zone !== null && zoneWords !== null && (
            <MenuItem onChoose={choose(() => setShowsZone(!showsZone))}>
              {fillMessage(showsZone ? words.hideZone : words.showInZone, { zone: zoneWords.name })}
            </MenuItem>
          )}
          {change.may !== 'never' && (
            <MenuItem isDanger onChoose={choose(() => setCancelling(true))} unavailable={unavailable}>
              {words.cancel}
            </MenuItem>
          )}
        </div>
      )}
      {isCancelling && (
        <CancelDialog
          booking={booking}
          until={change.may === 'never' ? null : change.until}
          onClose={() => setCancelling(false)}
          onCancelled={actions.onCancelled}
        />
      )}
      {(news !== null || showsZone) && (
        <div data-meetings-part="menu-news" role="status">
          {showsZone && <div>{zoneWords?.when}</div>}
          {news}
        </div>
      )}
    </div>
  )
})
