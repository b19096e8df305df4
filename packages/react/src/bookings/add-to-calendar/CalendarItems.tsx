'use client'
import type { Booking } from '@meetings/contract'
import { useId } from 'react'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { enBookings } from '../../i18n/en/bookings.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useFormats } from '../../i18n/useFormats.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { peopleToMeet } from '../booking-card/people-to-meet.ts'
import { MenuItem } from '../booking-menu/MenuItem.tsx'
import { type CalendarService, calendarLink } from './calendar-links.ts'
import { saveCalendarFile } from './save-calendar-file.ts'

export interface CalendarItemsProps {
  booking: Booking
  /** Where the meeting is on the host's site, when that is known. */
  link: string | null
  /** Wraps what a line of the menu does. */
  choose(work: () => void): () => void
  onNews(text: string): void
}

/** The ways into a calendar: a file for every kind, and the forms of the three that most people use. */
export function CalendarItems({ booking, link, choose, onNews }: CalendarItemsProps) {
  const { scheduling } = useRuntime('MyBookingsList')
  const words = useMessages('bookingActions', enBookingActions)
  const { withPeople } = useMessages('bookings', enBookings)
  const { list } = useFormats()
  const labelId = useId()
  const people = fillMessage(withPeople, { people: list(peopleToMeet(booking)) })
  const entry = { title: `${booking.meetingTypeName} ${people}`, description: booking.notes ?? '', url: link }
  const services: [CalendarService, string][] = [
    ['google', words.googleCalendar],
    ['outlook', words.outlook],
    ['office365', words.office365],
  ]

  async function download(): Promise<void> {
    try {
      const answer = await (await scheduling()).calendarFile(booking.id)
      if (answer.ok) return saveCalendarFile(document, answer.value.text)
    } catch {
      // The code could not be loaded: the same to the reader.
    }
    onNews(words.fileFailed)
  }

  return (
    <div role="group" aria-labelledby={labelId} data-meetings-part="menu-group">
      <div id={labelId} data-meetings-part="menu-label">
        {words.addToCalendar}
      </div>
      <MenuItem onChoose={choose(() => void download())}>{words.calendarFile}</MenuItem>
      {services.map(([service, name]) => (
        <MenuItem key={service} href={calendarLink(service, booking, entry)} onChoose={choose(() => {})}>
          {name}
        </MenuItem>
      ))}
    </div>
  )
}
