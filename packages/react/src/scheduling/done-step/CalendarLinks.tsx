'use client'
import type { Booking } from '@meetings/contract'
import { useState } from 'react'
import { type CalendarService, calendarLink } from '../../bookings/add-to-calendar/calendar-links.ts'
import { saveCalendarFile } from '../../bookings/add-to-calendar/save-calendar-file.ts'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Button } from '../../theme/button/Button.tsx'
import { useFlow } from '../flow/FlowContext.tsx'

/** The ways into a calendar: a file for every kind, and the forms of the three that most people use. */
export function CalendarLinks({ booking, title }: { booking: Booking; title: string }) {
  const { client } = useFlow()
  const words = useMessages('bookingActions', enBookingActions)
  const [news, setNews] = useState('')
  const entry = { title, description: booking.notes ?? '', url: null }
  const services: [CalendarService, string][] = [
    ['google', words.googleCalendar],
    ['outlook', words.outlook],
    ['office365', words.office365],
  ]

  async function download(): Promise<void> {
    setNews('')
    const answer = await client.calendarFile(booking.id)
    if (answer.ok) saveCalendarFile(document, answer.value.text)
    else setNews(words.fileFailed)
  }

  return (
    <div role="group" aria-label={words.addToCalendar} data-meetings-part="calendar-links">
      <div aria-hidden="true" data-meetings-part="calendar-links-name">
        {words.addToCalendar}
      </div>
      <div data-meetings-part="calendar-links-row">
        <Button onClick={() => void download()}>{words.calendarFile}</Button>
        {services.map(([service, name]) => (
          <a
            key={service}
            href={calendarLink(service, booking, entry)}
            target="_blank"
            rel="noopener noreferrer"
            data-meetings-part="calendar-link"
          >
            {name}
          </a>
        ))}
      </div>
      <div role="status">{news}</div>
    </div>
  )
}
