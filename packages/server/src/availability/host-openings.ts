import { MINUTE_MS } from '@meetings/contract'
import type { HostSchedule, WallInterval } from './host-schedule.ts'
import { DAY_MS, dayOf, weekdayOf } from './plain-date.ts'
import type { TimeRange } from './time-range.ts'
import { whenPassed, whenReached, type ZoneTimeline } from './zone-timeline.ts'

/**
 * The host's opening hours in real time, from one of the host's days to another (day numbers, both included),
 * ascending and disjoint. Hours that touch or overlap are joined, over midnight too: a night shift is one opening.
 *
 * Where an opening starts is where its grid of starts begins. Hours that never end would have no such place, so
 * from an opening's third date on, each date begins an opening of its own, which touches the one before.
 */
export function hostOpenings(
  schedule: HostSchedule,
  timeline: ZoneTimeline,
  firstDay: number,
  lastDay: number,
): TimeRange[] {
  const hoursOn = hoursByDay(schedule)
  const openings: TimeRange[] = []
  let begunOn = firstDay
  let gridOf = firstDay
  for (let day = firstDay; day <= lastDay; day++) {
    for (const { from, to } of hoursOn(day)) {
      // A skipped wall time is the instant of the skip; a repeated one opens at its first and closes at its
      // last occurrence. So no opening is shorter or longer than what the host's clocks show.
      const start = whenReached(timeline, day * DAY_MS + from)
      const end = whenPassed(timeline, day * DAY_MS + to)
      const last = openings.at(-1)
      if (!(start < end)) continue
      if (last === undefined || start > last.end) {
        openings.push({ start, end })
        begunOn = day
      } else if (day > begunOn + 1 && day !== gridOf) {
        openings.push({ start, end: Math.max(last.end, end) })
        last.end = start
        gridOf = day
      } else {
        last.end = Math.max(last.end, end)
      }
    }
  }
  return openings
}

/** Wall times in milliseconds after midnight, ascending, for a day number. */
function hoursByDay({ weekly, overrides, timeOff }: HostSchedule) {
  const byDay = new Map(overrides.map(({ date, intervals }) => [dayOf(date), intervals]))
  const away = timeOff.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }))
  return (day: number) => {
    if (away.some(({ from, to }) => from <= day && day <= to)) return []
    const usual: readonly WallInterval[] = weekly.filter(({ weekday }) => weekday === weekdayOf(day))
    return (byDay.get(day) ?? usual)
      .map(({ from, to }) => ({ from: sinceMidnight(from), to: sinceMidnight(to) }))
      .sort((a, b) => a.from - b.from)
  }
}

function sinceMidnight(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 * MINUTE_MS + Number(wallTime.slice(3)) * MINUTE_MS
}
