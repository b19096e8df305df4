'use client'
import { enBookings } from '../../i18n/en/bookings.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useFormats } from '../../i18n/useFormats.ts'

/** Writes an instant as "Oct 22, 2025 at 2:00 PM", in the viewer's language and zone. */
export function useWhen(): (iso: string) => string {
  const { dateAtTime } = useMessages('bookings', enBookings)
  const { date, time } = useFormats()
  return (iso) => fillMessage(dateAtTime, { date: date(iso), time: time(iso) })
}
