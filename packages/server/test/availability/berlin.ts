import type { BookingRules } from '../../src/availability/booking-rules.ts'
import type { HostAvailability } from '../../src/availability/host-calendar.ts'
import type { HostSchedule, WeeklyHours } from '../../src/availability/host-schedule.ts'
import type { AvailabilityInput, OpenSlot } from '../../src/availability/open-slots.ts'
import type { TimeRange } from '../../src/availability/time-range.ts'

/** Half an hour, every half hour, nothing else asked. */
export const HALF_HOURS: BookingRules = {
  durationMinutes: 30,
  stepMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  furthestDays: 60,
  dailyMaximum: null,
}

/** Hours of every day of the week, as in `09:00-12:00`. */
export function daily(...hours: string[]): WeeklyHours[] {
  return hours.flatMap((interval) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: interval.slice(0, 5), to: interval.slice(6) })),
  )
}

/** A host in Berlin who is there from nine to eleven every day, with what is given instead. */
export function berlinHost(
  schedule: Partial<HostSchedule> = {},
  host: Partial<Omit<HostAvailability, 'schedule'>> = {},
): HostAvailability {
  return {
    hostId: 'ada',
    busy: [],
    bookedStarts: [],
    ...host,
    schedule: {
      timeZone: 'Europe/Berlin',
      weekly: daily('09:00-11:00'),
      overrides: [],
      timeOff: [],
      ...schedule,
    },
  }
}

/** Slots of any of these hosts that start in the span, asked a day before it begins. */
export function ask(
  span: { from: string; to: string },
  host: HostAvailability | HostAvailability[],
  rules: Partial<BookingRules> = {},
): AvailabilityInput & { from: number; to: number } {
  return {
    rules: { ...HALF_HOURS, ...rules },
    hostMode: 'any',
    hosts: [host].flat(),
    now: Date.parse(span.from) - 86_400_000,
    from: Date.parse(span.from),
    to: Date.parse(span.to),
  }
}

/** `2026-11-23T08:00Z/2026-11-23T09:00Z` as a range. */
export function range(text: string): TimeRange {
  const [start = '', end = ''] = text.split('/')
  return { start: Date.parse(start), end: Date.parse(end) }
}

/** The starts as text, to the minute: `11-23 08:00`, in UTC. */
export function startsOf(slots: readonly OpenSlot[]): string[] {
  return slots.map(({ start }) => new Date(start).toISOString().slice(5, 16).replace('T', ' '))
}
