'use client'
import type { Booking } from '@meetings/contract'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { enBookings } from '../../i18n/en/bookings.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { createFormats } from '../../i18n/formats.ts'
import { useLocaleSettings, useMessages } from '../../i18n/I18nContext.tsx'
import type { BookingActions } from '../bookings-list/booking-actions.ts'

/** The zone of the other side as far as it is known: the customer's for a host, the host's for everybody else. */
export function otherZone(
  booking: Booking,
  { hostTimeZone }: Pick<BookingActions, 'hostTimeZone'>,
): string | null {
  if (booking.viewerRole === 'host') return booking.customerTimeZone ?? null
  return hostTimeZone?.(booking) ?? null
}

/** The start as the other side reads it; `null` when both read the same, or the zone is none. */
export function useZoneWords(booking: Booking, zone: string | null): { name: string; when: string } | null {
  const { locale, timeZone } = useLocaleSettings()
  const { whenInZone } = useMessages('bookingActions', enBookingActions)
  const { dateAtTime } = useMessages('bookings', enBookings)
  if (zone === null) return null
  try {
    const [there, here] = [createFormats(locale, zone), createFormats(locale, timeZone)]
    const write = ({ date, time }: typeof there) =>
      fillMessage(dateAtTime, { date: date(booking.startTime), time: time(booking.startTime) })
    const when = write(there)
    if (when === write(here)) return null
    const name = zone.replace(/^.*\//, '').replace(/_/g, ' ')
    return { name, when: fillMessage(whenInZone, { when, zone: name }) }
  } catch {
    // Intl knows no such zone.
    return null
  }
}
