'use client'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useLoadedPart } from '../../loaded-part/useLoadedPart.ts'
import { Button } from '../../theme/button/Button.tsx'
import { loadedMenuContent, loadMenuContent } from './load-menu-content.ts'
import type { MenuContentProps } from './MenuContent.tsx'

/** The menu as soon as its code is here. */
export function LoadedMenuContent(props: MenuContentProps) {
  const menu = useLoadedPart(loadMenuContent, loadedMenuContent)
  const { menuFailed } = useMessages('bookingActions', enBookingActions)
  const { retry } = useMessages('bookings', enBookings)
  if (menu.status === 'ready') return <menu.part {...props} />
  if (menu.status === 'loading') return null
  return (
    <div data-meetings-part="menu-news" role="alert">
      {menuFailed} <Button onClick={menu.tryAgain}>{retry}</Button>
    </div>
  )
}
