import type { Booking } from '@meetings/contract'
import { enBookings } from '../../i18n/en/bookings.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { StatusPill } from '../../theme/status-pill/StatusPill.tsx'
import type { BookingStage } from './booking-stage.ts'

/** The status as a word with its colour and shape. */
export function BookingStatusPill({ booking, stage }: { booking: Booking; stage: BookingStage }) {
  const words = useMessages('bookings', enBookings)
  switch (booking.status) {
    case 'cancelled':
      return <StatusPill tone="danger">{words.statusCancelled}</StatusPill>
    case 'completed':
      return <StatusPill tone="neutral">{words.statusCompleted}</StatusPill>
    default:
      if (stage === 'past') return <StatusPill tone="neutral">{words.statusOver}</StatusPill>
      return booking.status === 'in_progress' ? (
        <StatusPill tone="live">{words.statusInProgress}</StatusPill>
      ) : (
        <StatusPill tone="success">{words.statusConfirmed}</StatusPill>
      )
  }
}
