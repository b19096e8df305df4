import { fromAbsolute } from '@internationalized/date'
import { DAY_MS } from './plain-date.ts'

/** From `since` on (until the next period) the zone's clocks are `offset` ahead of UTC. Milliseconds. */
interface ZonePeriod {
  since: number
  offset: number
}

/**
 * A zone's offsets over a span of time: one lookup a day instead of one per conversion, which is what makes
 * availability cheap. A wall time is kept as the instant at which a clock in UTC shows the same.
 */
export type ZoneTimeline = readonly ZonePeriod[]

/** The zone's offsets between two instants. Two changes within a day would be missed; no zone makes them. */
export function zoneTimeline(timeZone: string, from: number, to: number): ZoneTimeline {
  const offsetAt = (instant: number) => fromAbsolute(instant, timeZone).offset
  let offset = offsetAt(from)
  const periods: ZonePeriod[] = [{ since: Number.NEGATIVE_INFINITY, offset }]
  for (let known = from; known < to; known += DAY_MS) {
    let next = known + DAY_MS
    const offsetThen = offsetAt(next)
    if (offsetThen === offset) continue
    let before = known
    while (next - before > 1) {
      const middle = Math.floor((before + next) / 2)
      if (offsetAt(middle) === offset) before = middle
      else next = middle
    }
    offset = offsetThen
    periods.push({ since: next, offset })
  }
  return periods
}

/** What the zone's clocks show. */
export function wallTimeAt(timeline: ZoneTimeline, instant: number): number {
  const period = timeline.findLast(({ since }) => since <= instant)
  return instant + (period?.offset ?? 0)
}

/** The first instant at which the clocks show this wall time; when they skip it, the instant of the skip. */
export function whenReached(timeline: ZoneTimeline, wallTime: number): number {
  for (const [index, { since, offset }] of timeline.entries()) {
    const instant = Math.max(since, wallTime - offset)
    if (instant < untilOf(timeline, index)) return instant
  }
  return Number.NaN
}

/**
 * The instant after which the clocks never again show less than this wall time: later than `whenReached` only
 * where they are set back across it.
 */
export function whenPassed(timeline: ZoneTimeline, wallTime: number): number {
  for (let index = timeline.length - 1; index >= 0; index--) {
    const { since, offset } = timeline[index] ?? { since: Number.NaN, offset: Number.NaN }
    const instant = Math.min(untilOf(timeline, index), wallTime - offset)
    if (instant > since) return instant
  }
  return Number.NaN
}

function untilOf(timeline: ZoneTimeline, index: number): number {
  return timeline[index + 1]?.since ?? Number.POSITIVE_INFINITY
}
