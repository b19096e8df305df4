import {
  type CalendarDate,
  createCalendar,
  DateFormatter,
  endOfMonth,
  GregorianCalendar,
  maxDate,
  minDate,
  parseAbsolute,
  startOfMonth,
  toCalendar,
  toCalendarDate,
} from '@internationalized/date'
import type { MeetingType } from '@meetings/contract'

/** The first and the last day that can be looked at, in the viewer's zone. */
export interface BookingDays {
  first: CalendarDate
  last: CalendarDate
}

/** From today to the furthest day of the meeting type. */
export function bookingDays(
  { furthestDays }: Pick<MeetingType, 'furthestDays'>,
  now: number,
  timeZone: string,
): BookingDays {
  const first = toCalendarDate(parseAbsolute(new Date(now).toISOString(), timeZone))
  return { first, last: first.add({ days: furthestDays }) }
}

/** The calendar of a locale: `fa-IR` counts in Persian months, `en-US` in Gregorian ones. */
export function calendarOf(locale: string) {
  return createCalendar(
    new DateFormatter(locale).resolvedOptions().calendar as Parameters<typeof createCalendar>[0],
  )
}

/** The part of a day's month that can be looked at, as plain Gregorian dates; `null` when there is none. */
export function monthRange(
  day: CalendarDate,
  { first, last }: BookingDays,
  locale: string,
): { from: string; to: string } | null {
  const inLocale = toCalendar(day, calendarOf(locale))
  const from = maxDate(gregorian(startOfMonth(inLocale)), first)
  const to = minDate(gregorian(endOfMonth(inLocale)), last)
  if (!from || !to || from.compare(to) > 0) return null
  return { from: from.toString(), to: to.toString() }
}

/** The first day of each month that can be looked at, in the locale's calendar. */
export function monthsToShow({ first, last }: BookingDays, locale: string): readonly CalendarDate[] {
  const months: CalendarDate[] = []
  for (let month = startOfMonth(toCalendar(first, calendarOf(locale))); month.compare(last) <= 0; ) {
    months.push(month)
    month = month.add({ months: 1 })
  }
  return months
}

/** Ranges of at most `days` days from `from` to `to`, both included. */
export function rangesBetween(from: CalendarDate, to: CalendarDate, days: number) {
  const ranges: { from: string; to: string }[] = []
  for (let start = from; start.compare(to) <= 0; start = start.add({ days })) {
    const end = minDate(start.add({ days: days - 1 }), to) ?? to
    ranges.push({ from: start.toString(), to: end.toString() })
  }
  return ranges
}

function gregorian(date: CalendarDate): CalendarDate {
  return toCalendar(date, new GregorianCalendar())
}
