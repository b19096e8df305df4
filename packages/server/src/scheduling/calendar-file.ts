import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { sequenceOf } from '../bookings/booking-details.ts'
import { furtherHostsOf, guestsOf } from '../bookings/participant-role.ts'
import type { ViewedBooking } from '../ports/booking-store.ts'
import type { CalendarFile } from './booking-calendar.ts'

const REMIND_SECONDS_BEFORE = 15 * 60
/** Nobody's: RFC 5546 wants an organizer, and people's addresses are not for everybody. `.invalid` reaches no one. */
const NO_ADDRESS = 'nobody@meetings.invalid'

/**
 * One booking as iCalendar (RFC 5545). The same booking has the same UID for ever and a `SEQUENCE` that rises, so a
 * calendar that knows it already moves it or takes it out. People stand there by name only: a published event has no
 * attendees (RFC 5546, 3.2.1), and a file is passed on.
 */
export function calendarFile(
  booking: ViewedBooking,
  options: { now: Date; url: string | null },
): CalendarFile {
  const isCancelled = booking.status === 'cancelled'
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
  const calendar = ical({ prodId: { company: 'Meetings', product: 'Meetings', language: 'EN' }, method })
  const event = calendar.createEvent({
    id: `${booking.id}@meetings`,
    sequence: sequenceOf(booking),
    stamp: options.now,
    start: new Date(booking.startTime),
    end: new Date(booking.endTime),
    summary: onOneLine(booking.meetingTypeName),
    description: peopleOf(booking),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: parameterValue(booking.hostName), email: NO_ADDRESS },
    ...(options.url !== null && { url: options.url }),
  })
  if (!isCancelled) {
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: REMIND_SECONDS_BEFORE,
      description: onOneLine(booking.meetingTypeName),
    })
  }
  return {
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    fileName: 'meeting.ics',
    content: calendar.toString(),
  }
}

function peopleOf(booking: ViewedBooking): string {
  const names = [
    booking.hostName,
    ...furtherHostsOf(booking).map(({ name }) => name ?? ''),
    booking.customerName,
    ...guestsOf(booking).map(({ name }) => name ?? ''),
  ]
  return names
    .map(onOneLine)
    .filter((name) => name !== '')
    .join(', ')
}

/** Names and titles are anybody's text. */
function onOneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}

/** A parameter's value can hold no double quotes, not even escaped. */
function parameterValue(text: string): string {
  return onOneLine(text).replaceAll('"', "'").replaceAll('\\', '')
}
