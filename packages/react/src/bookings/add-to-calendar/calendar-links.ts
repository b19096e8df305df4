import type { Booking } from '@meetings/contract'

export type CalendarService = 'google' | 'outlook' | 'office365'

/** What a calendar shows of a booking. */
export interface CalendarEntry {
  title: string
  /** The body of the entry. */
  description: string
  /** Where to go for it, when the host has an address. */
  url: string | null
}

/** The address that opens a calendar's own form, filled in. Times are UTC, so that no zone can be mistaken. */
export function calendarLink(
  service: CalendarService,
  { startTime, endTime }: Pick<Booking, 'startTime' | 'endTime'>,
  { title, description, url }: CalendarEntry,
): string {
  const body = url ? `${description}\n\n${url}` : description
  if (service === 'google') {
    return `https://calendar.google.com/calendar/render?${query({
      action: 'TEMPLATE',
      text: title,
      dates: `${compact(startTime)}/${compact(endTime)}`,
      details: body,
      location: url ?? '',
    })}`
  }
  const site = service === 'outlook' ? 'outlook.live.com' : 'outlook.office.com'
  return `https://${site}/calendar/0/action/compose?${query({
    allday: 'false',
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: seconds(startTime),
    enddt: seconds(endTime),
    body,
    location: url ?? '',
  })}`
}

/** `%20`, never `+`: Outlook shows a plus as it is. */
function query(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}

/** `2025-10-22T14:00:00Z` */
function seconds(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19)}Z`
}

/** `20251022T140000Z` */
function compact(iso: string): string {
  return seconds(iso).replace(/[-:]/g, '')
}
