import { DAY_MS, dateOf, dayOf } from './plain-date.ts'
import type { TimeRange } from './time-range.ts'
import { wallTimeAt, whenPassed, whenReached, type ZoneTimeline, zoneTimeline } from './zone-timeline.ts'

/** Plain dates (`YYYY-MM-DD`, both included) as somebody in the time zone understands them. */
export interface DateRange {
  from: string
  to: string
  timeZone: string
}

/** The slots of one date. */
export interface DayOfSlots<Slot> {
  date: string
  slots: Slot[]
}

/** The real time that the dates cover: what to ask `openSlots` for before `groupByDay`. */
export function timeRangeOf({ from, to, timeZone }: DateRange): TimeRange {
  const timeline = timelineOf({ from, to, timeZone })
  return {
    start: whenReached(timeline, dayOf(from) * DAY_MS),
    end: whenPassed(timeline, (dayOf(to) + 1) * DAY_MS),
  }
}

/**
 * Slots by the date on which they start in the viewer's zone: every date of the range is there, free or not, and
 * slots outside of it are left out. A date may hold slots of two of the host's dates.
 */
export function groupByDay<Slot extends { start: number }>(
  slots: readonly Slot[],
  range: DateRange,
): DayOfSlots<Slot>[] {
  const timeline = timelineOf(range)
  const first = dayOf(range.from)
  const days: DayOfSlots<Slot>[] = []
  for (let day = first; day <= dayOf(range.to); day++) days.push({ date: dateOf(day), slots: [] })
  for (const slot of slots) {
    days[Math.floor(wallTimeAt(timeline, slot.start) / DAY_MS) - first]?.slots.push(slot)
  }
  return days
}

/** No zone is more than a day away from UTC. */
function timelineOf({ from, to, timeZone }: DateRange): ZoneTimeline {
  return zoneTimeline(timeZone, (dayOf(from) - 1) * DAY_MS, (dayOf(to) + 2) * DAY_MS)
}
