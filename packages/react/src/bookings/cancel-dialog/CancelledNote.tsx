import type { Booking } from '@meetings/contract'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useWhen } from '../booking-menu/useWhen.ts'

/** Says that it worked, where the card was a moment ago. */
export function CancelledNote({ booking }: { booking: Booking }) {
  const words = useMessages('bookingActions', enBookingActions)
  const when = useWhen()
  return (
    <div data-meetings-part="list-note" data-state="cancelled" role="status">
      {fillMessage(words.cancelled, { type: booking.meetingTypeName, when: when(booking.startTime) })}
    </div>
  )
}
