import type { BarEntry } from './bar-entries.ts'

/** Pixels of a round button with the gap beside it. */
const STEP = 58
/** "Leave" with its word and, for hosts, the arrow beside it; without them where it is narrow. */
const LEAVE = 176
const NARROW_LEAVE = 58
/** Up to this width the bar has at most five buttons and "more", with smaller gaps. */
export const NARROW_BAR = 480
const NARROW_STEP = 56
const MOST_WHEN_NARROW = 4

/** What stays in a bar of this many pixels, in its order, and what goes into "more". `null`: not known yet. */
export function fitEntries<Entry extends Pick<BarEntry, 'rank'>>(
  entries: readonly Entry[],
  width: number | null,
): { shown: readonly Entry[]; more: readonly Entry[] } {
  if (width === null) return { shown: entries, more: [] }
  const isNarrow = width <= NARROW_BAR
  const room = isNarrow
    ? Math.min(MOST_WHEN_NARROW, Math.floor((width - NARROW_LEAVE) / NARROW_STEP) - 1)
    : Math.floor((width - LEAVE) / STEP) - 1
  const staying = new Set(
    [...entries].sort((one, other) => one.rank - other.rank).slice(0, Math.max(2, room)),
  )
  return {
    shown: entries.filter((entry) => staying.has(entry)),
    more: entries.filter((entry) => !staying.has(entry)),
  }
}
