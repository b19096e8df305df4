'use client'
import type { Booking } from '@meetings/contract'
import { memo, useId, useMemo } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useFormats } from '../../i18n/useFormats.ts'
import { Countdown } from '../countdown/Countdown.tsx'
import { JoinAction } from '../join-action/JoinAction.tsx'
import { useTimeLabel } from '../ticker/useTimeLabel.ts'
import { BookingStatusPill } from './BookingStatusPill.tsx'
import { BookingTime } from './BookingTime.tsx'
import { bookingStage } from './booking-stage.ts'
import { peopleToMeet } from './people-to-meet.ts'

export interface BookingCardProps {
  booking: Booking
  /** The level of the title's heading. */
  headingLevel: 2 | 3 | 4 | 5 | 6
}

/**
 * One booking at a glance: when, what, with whom, how it stands, and the one thing to do. Renders again
 * only when the booking or its own stage changed; the countdown and the button follow the time by themselves.
 */
export const BookingCard = memo(function BookingCard({ booking, headingLevel }: BookingCardProps) {
  const words = useMessages('bookings', enBookings)
  const formats = useFormats()
  const titleId = useId()
  const stage = useTimeLabel(useMemo(() => bookingStage(booking), [booking]))
  const { startTime } = booking

  return (
    <article
      data-meetings-part="booking-card"
      data-state={stage}
      data-booking-id={booking.id}
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <BookingTime booking={booking} />
      <div data-meetings-part="booking-text">
        <div id={titleId} role="heading" aria-level={headingLevel} data-meetings-part="booking-title">
          {booking.meetingTypeName}
        </div>
        <div data-meetings-part="booking-people">
          {fillMessage(words.withPeople, { people: formats.list(peopleToMeet(booking)) })}
        </div>
        <div data-meetings-part="booking-when">
          <time dateTime={startTime}>
            {fillMessage(words.dateAtTime, {
              date: formats.date(startTime),
              time: formats.time(startTime),
            })}
          </time>
        </div>
        <div data-meetings-part="booking-standing">
          <BookingStatusPill booking={booking} stage={stage} />
          <Countdown booking={booking} />
        </div>
      </div>
      {stage !== 'cancelled' && <JoinAction booking={booking} describedBy={titleId} />}
    </article>
  )
})
