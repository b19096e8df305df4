'use client'
import type { Booking } from '@meetings/contract'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { enBookings } from '../../i18n/en/bookings.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useLocaleSettings, useMessages } from '../../i18n/I18nContext.tsx'
import { formatsOf } from '../../i18n/useFormats.ts'
import type { BookingActions } from '../bookings-list/booking-actions.ts'

/** The zone of the other side as far as it is known: the customer's for a host, the host's for everybody else. */
export function otherZone(
  booking: Booking,
  { hostTimeZone }: Pick<BookingActions, 'hostTimeZone'>,
): string | null {
  if (booking.viewerRole === 'host') return booking.customerTimeZone ?? null
  return (typeof hostTimeZone === 'string' ? hostTimeZone : hostTimeZone?.(booking)) ?? null
}

/** Asks whether the other side reads another time than the viewer. Only an answer costs anything. */
export function useReadsOtherwise(booking: Booking, zone: string | null): () => boolean {
  const { locale, timeZone } = useLocaleSettings()
  return () => zone !== null && startsThere(booking, zone, { locale, timeZone }) !== null
}

/** The start as the other side reads it; `null` when both read the same, or the zone is none. */
export function useZoneWords(booking: Booking, zone: string | null): { name: string; when: string } | null {
  const settings = useLocaleSettings()
  const { whenInZone } = useMessages('bookingActions', enBookingActions)
  const { dateAtTime } = useMessages('bookings', enBookings)
  const there = zone === null ? null : startsThere(booking, zone, settings)
  if (zone === null || there === null) return null
  const name = zone.replace(/^.*\//, '').replace(/_/g, ' ')
  return { name, when: fillMessage(whenInZone, { when: fillMessage(dateAtTime, there), zone: name }) }
}

function startsThere(
  { startTime }: Booking,
  zone: string,
  { locale, timeZone }: { locale: string | undefined; timeZone: string | undefined },
): { date: string; time: string } | null {
  try {
    const [there, here] = [zone, timeZone].map((of) => {
      const { date, time } = formatsOf(locale, of)
      return { date: date(startTime), time: time(startTime) }
    })
    return !there || (there.date === here?.date && there.time === here.time) ? null : there
  } catch {
    // Intl knows no such zone.
    return null
  }
}
