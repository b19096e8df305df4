'use client'
import type { Booking } from '@meetings/contract'
import { memo, useId, useMemo } from 'react'
import { useFormats } from '../../i18n/useFormats.ts'
import { BookingCard } from '../booking-card/BookingCard.tsx'
import type { BookingActions } from '../bookings-list/booking-actions.ts'
import type { BookingsComponents } from '../bookings-list/components.ts'
import { useTimeLabel } from '../ticker/useTimeLabel.ts'
import { dayHeadingLabel } from './day-heading-label.ts'
import type { DayGroup } from './group-by-day.ts'

export interface DaySectionProps {
  group: DayGroup
  headingLevel: 2 | 3 | 4 | 5
  actions: BookingActions
  components: BookingsComponents
}

/** A day: its heading, then its cards. */
export const DaySection = memo(function DaySection(props: DaySectionProps) {
  const { group, headingLevel, actions, components } = props
  const id = useId()
  const { day, at, bookings } = group
  const cardLevel = ONE_BELOW[headingLevel]
  const cardOf = (booking: Booking) => (
    <BookingCard booking={booking} headingLevel={cardLevel} actions={actions} Actions={components.Actions} />
  )
  return (
    <section data-meetings-part="day-section" aria-labelledby={id}>
      <DayHeading id={id} day={day} at={at} level={headingLevel} />
      <div role="list" data-meetings-part="day-cards">
        {bookings.map((booking) => (
          <div role="listitem" key={booking.id}>
            {components.Card ? (
              <components.Card booking={booking} headingLevel={cardLevel}>
                {cardOf(booking)}
              </components.Card>
            ) : (
              cardOf(booking)
            )}
          </div>
        ))}
      </div>
    </section>
  )
})

const ONE_BELOW = { 2: 3, 3: 4, 4: 5, 5: 6 } as const

interface DayHeadingProps {
  id: string
  day: number
  at: number
  level: 2 | 3 | 4 | 5
}

const DayHeading = memo(function DayHeading({ id, day, at, level }: DayHeadingProps) {
  const formats = useFormats()
  const text = useTimeLabel(useMemo(() => dayHeadingLabel({ day, at }, formats), [day, at, formats]))
  return (
    <div id={id} role="heading" aria-level={level} data-meetings-part="day-heading">
      {text}
    </div>
  )
})
