'use client'
import type { Booking } from '@meetings/contract'
import { memo, useId, useMemo } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useFormats } from '../../i18n/useFormats.ts'
import { BookingDetails } from '../booking-details/BookingDetails.tsx'
import { BookingMenu } from '../booking-menu/BookingMenu.tsx'
import type { BookingActions } from '../bookings-list/booking-actions.ts'
import type { BookingsComponents } from '../bookings-list/components.ts'
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
  /** What can be done besides joining. */
  actions?: BookingActions
  /** Goes around Join and the menu. */
  Actions?: BookingsComponents['Actions']
}

const NO_ACTIONS: BookingActions = {}

/**
 * One booking at a glance: when, what, with whom, how it stands, and the one thing to do. Renders again
 * only when the booking or its own stage changed; the countdown and the button follow the time by themselves.
 */
export const BookingCard = memo(function BookingCard(props: BookingCardProps) {
  const { booking, headingLevel, actions = NO_ACTIONS, Actions } = props
  const words = useMessages('bookings', enBookings)
  const formats = useFormats()
  const titleId = useId()
  const stage = useTimeLabel(useMemo(() => bookingStage(booking), [booking]))
  const { startTime } = booking

  const ours = (
    <>
      {stage !== 'cancelled' && <JoinAction booking={booking} describedBy={titleId} />}
      <BookingMenu booking={booking} describedBy={titleId} actions={actions} />
    </>
  )
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
        <BookingDetails booking={booking} />
      </div>
      {Actions ? <Actions booking={booking}>{ours}</Actions> : ours}
    </article>
  )
})
