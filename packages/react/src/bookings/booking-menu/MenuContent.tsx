'use client'
import type { Booking } from '@meetings/contract'
import { type RefObject, useState } from 'react'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import { CalendarItems } from '../add-to-calendar/CalendarItems.tsx'
import type { BookingActions } from '../bookings-list/booking-actions.ts'
import { CancelDialog } from '../cancel-dialog/CancelDialog.tsx'
import type { MenuPosition } from './BookingMenu.tsx'
import { MenuItem } from './MenuItem.tsx'
import { belongsInCalendar, changeableAt } from './menu-entries.ts'
import { otherZone, useZoneWords } from './other-zone.ts'
import { useMenu } from './useMenu.ts'
import { useWhen } from './useWhen.ts'

export interface MenuContentProps {
  id: string
  booking: Booking
  actions: BookingActions
  button: RefObject<HTMLButtonElement | null>
  position: MenuPosition
  /** Closes it; the focus goes back to the button. */
  onClose(): void
  /** Closes it because something else is used now. */
  onDismiss(): void
}

/** What the button of a card opened: the menu, and what choosing from it leaves behind. */
export function MenuContent(props: MenuContentProps) {
  const { id, booking, actions, button, position, onClose, onDismiss } = props
  const { clock } = useRuntime('MyBookingsList')
  const words = useMessages('bookingActions', enBookingActions)
  const when = useWhen()
  const { menu, onKeyDown } = useMenu({ button, position, onClose, onDismiss })
  const [isCancelling, setCancelling] = useState(false)
  const [news, setNews] = useState<string | null>(null)
  const [showsZone, setShowsZone] = useState(false)
  const zoneWords = useZoneWords(booking, otherZone(booking, actions))

  const now = clock.now()
  const change = changeableAt(booking, now)
  const { onReschedule } = actions
  const link = actions.linkTo?.(booking) ?? null

  const choose = (work: () => void) => () => {
    setNews(null)
    onClose()
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
    <>
      {position !== 'closed' && (
        <div
          ref={menu}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={words.moreActions}
          data-meetings-part="menu"
          onKeyDown={onKeyDown}
        >
          {onReschedule && change.may !== 'never' && (
            <MenuItem onChoose={choose(() => onReschedule(booking))} unavailable={unavailable}>
              {words.reschedule}
            </MenuItem>
          )}
          {belongsInCalendar(booking, now) && (
            <CalendarItems booking={booking} link={link} choose={choose} onNews={setNews} />
          )}
          {link !== null && <MenuItem onChoose={choose(() => void copy(link))}>{words.copyLink}</MenuItem>}
          {zoneWords !== null && (
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
    </>
  )
}
