import { MINUTE_MS } from '@meetings/contract'
import type { BookingRules } from './booking-rules.ts'
import { hostOpenings } from './host-openings.ts'
import type { HostSchedule } from './host-schedule.ts'
import { DAY_MS } from './plain-date.ts'
import type { TimeRange } from './time-range.ts'
import { wallTimeAt, type ZoneTimeline, zoneTimeline } from './zone-timeline.ts'

/** A host of a meeting type, and what keeps them from taking another meeting. Instants in milliseconds. */
export interface HostAvailability {
  hostId: string
  schedule: HostSchedule
  /** Bookings and holds of any type, each widened by its own type's buffers; in any order, they may overlap. */
  busy: readonly TimeRange[]
  /** The starts of this type's live bookings, for `dailyMaximum`. */
  bookedStarts: readonly number[]
}

/** What one host gives to the search for slots. */
export interface HostCalendar {
  openings: TimeRange[]
  busy: readonly TimeRange[]
  /** Whether a slot may start then, as far as the host's dates decide. */
  takesStart(instant: number): boolean
}

/** The calendar of one host, right for every slot that starts in the span. */
export function hostCalendar(
  host: HostAvailability,
  rules: BookingRules,
  now: number,
  span: TimeRange,
  timelines: Map<string, ZoneTimeline>,
): HostCalendar {
  const { timeZone } = host.schedule
  // An opening may begin the day before, and whether it began even earlier is seen the day before that.
  const daysAfter = Math.ceil((rules.durationMinutes * MINUTE_MS) / DAY_MS) + 1
  const timeline =
    timelines.get(timeZone) ??
    zoneTimeline(timeZone, span.start - 4 * DAY_MS, span.end + (daysAfter + 2) * DAY_MS)
  timelines.set(timeZone, timeline)
  const dayAt = (instant: number) => Math.floor(wallTimeAt(timeline, instant) / DAY_MS)
  const today = Math.floor(wallTimeAt(zoneTimeline(timeZone, now, now), now) / DAY_MS)

  const full = fullDays(host.bookedStarts, rules.dailyMaximum, dayAt)
  return {
    openings: hostOpenings(
      host.schedule,
      timeline,
      dayAt(span.start) - 2,
      Math.min(dayAt(span.end), today + rules.furthestDays) + daysAfter,
    ),
    busy: host.busy,
    takesStart(instant) {
      const day = dayAt(instant)
      return day <= today + rules.furthestDays && !full(day)
    },
  }
}

function fullDays(
  bookedStarts: readonly number[],
  maximum: number | null,
  dayAt: (instant: number) => number,
): (day: number) => boolean {
  if (maximum === null) return () => false
  const counts = new Map<number, number>()
  for (const start of bookedStarts) {
    const day = dayAt(start)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return (day) => (counts.get(day) ?? 0) >= maximum
}
