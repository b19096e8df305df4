import type { Formats } from '../../i18n/formats.ts'
import type { TimeLabel } from '../ticker/ticker.ts'
import type { DayGroup } from './group-by-day.ts'
import { nextDayStart } from './next-day-start.ts'

/** "Today", "Tomorrow", "Yesterday", else the day in full. Changes at the viewer's midnight. */
export function dayHeadingLabel(group: Pick<DayGroup, 'day' | 'at'>, formats: Formats): TimeLabel<string> {
  return {
    at(now) {
      const distance = group.day - formats.dayNumber(now)
      return Math.abs(distance) <= 1 ? formats.dayFromToday(distance) : formats.dayInFull(group.at, now)
    },
    changesAfter: (now) => nextDayStart(now, formats),
  }
}
