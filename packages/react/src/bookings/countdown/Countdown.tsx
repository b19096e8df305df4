'use client'
import type { Booking } from '@meetings/contract'
import { useMemo } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useFormats } from '../../i18n/useFormats.ts'
import { useTimeLabel } from '../ticker/useTimeLabel.ts'
import { countdownLabel } from './countdown-label.ts'

/**
 * The live "Starts in 5 minutes" of a booking. It is read where it stands and not announced: a page that
 * speaks up every minute cannot be listened to.
 */
export function Countdown({ booking }: { booking: Booking }) {
  const { startTime, endTime, status } = booking
  const words = useMessages('bookings', enBookings)
  const formats = useFormats()
  const label = useMemo(
    () => countdownLabel({ startTime, endTime, status }, formats, words),
    [startTime, endTime, status, formats, words],
  )
  const text = useTimeLabel(label)
  return text === null ? null : <div data-meetings-part="countdown">{text}</div>
}
