'use client'
import type { Booking } from '@meetings/contract'
import { memo, useCallback, useMemo } from 'react'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useFormats } from '../../i18n/useFormats.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { bookingStage } from '../booking-card/booking-stage.ts'
import { useTimeLabel } from '../ticker/useTimeLabel.ts'
import { presenceWords } from './presence-words.ts'

/** Under the essentials of a card: who waits, why it was cancelled, who else is invited, and the notes. */
export const BookingDetails = memo(function BookingDetails({ booking }: { booking: Booking }) {
  const { notes, cancellation, guests, presence } = booking
  // Most bookings have none of it, and a list has many bookings.
  const hasNothing = !notes && !cancellation?.reason && !guests?.length && !presence
  return hasNothing ? null : <Details booking={booking} />
})

function Details({ booking }: { booking: Booking }) {
  const words = useMessages('bookingActions', enBookingActions)
  const { list } = useFormats()
  const { notes, cancellation, guests = [] } = booking
  const names = guests.map(({ name, email }) => name ?? email).filter((name) => name !== undefined)

  return (
    <>
      {booking.presence && <Presence booking={booking} />}
      {cancellation?.reason && (
        <div data-meetings-part="booking-remark">
          {fillMessage(words.cancelledWithReason, { reason: cancellation.reason })}
        </div>
      )}
      {names.length > 0 && (
        <div data-meetings-part="booking-remark">{fillMessage(words.guests, { people: list(names) })}</div>
      )}
      {notes && (
        <details data-meetings-part="booking-notes">
          <summary>{words.notes}</summary>
          <div dir="auto">{notes}</div>
        </details>
      )}
    </>
  )
}

/** Said by a meeting that is on, to somebody who is not in it. */
function Presence({ booking }: { booking: Booking }) {
  const words = useMessages('bookingActions', enBookingActions)
  const stage = useTimeLabel(useMemo(() => bookingStage(booking), [booking]))
  const { id } = booking
  const isIn = useCallState(
    useCallback(({ session }: CallState) => ticketOf(session)?.bookingId === id, [id]),
  )
  const text = stage === 'live' && !isIn ? presenceWords(booking, words) : null
  return text === null ? null : (
    <div data-meetings-part="presence" role="status">
      {text}
    </div>
  )
}
