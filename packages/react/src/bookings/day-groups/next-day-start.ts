import type { Formats } from '../../i18n/formats.ts'

const QUARTER_HOUR_MS = 15 * 60_000
/** The longest day has 25 hours, so 26 always reach into the next one. */
const QUARTERS_TO_SEARCH = 26 * 4

/**
 * The first instant of the next calendar day in the viewer's zone. Every offset in use is a multiple of
 * 15 minutes, so days begin on quarters of an hour in UTC: searching those is right on days of 23, 24
 * and 25 hours and in zones where midnight does not exist.
 */
export function nextDayStart(now: number, formats: Pick<Formats, 'dayNumber'>): number {
  const today = formats.dayNumber(now)
  const base = Math.floor(now / QUARTER_HOUR_MS)
  let before = 0
  let after = QUARTERS_TO_SEARCH
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (formats.dayNumber((base + middle) * QUARTER_HOUR_MS) > today) after = middle
    else before = middle
  }
  return (base + after) * QUARTER_HOUR_MS
}
