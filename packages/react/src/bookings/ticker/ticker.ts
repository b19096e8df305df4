import type { Clock } from '../../clock/meeting-clock.ts'

/** Something that changes with time alone: what it is at an instant, and when it will be something else. */
export interface TimeLabel<T> {
  at(now: number): T
  /** The first instant after `now` at which `at` may answer differently; `null` for never. */
  changesAfter(now: number): number | null
}

/** One timer for every label on the page. It sleeps until the first of them changes, and wakes only those. */
export interface Ticker {
  subscribe(label: TimeLabel<unknown>, listener: () => void): () => void
  /** The clock was corrected: every label is read again. */
  refresh(): void
}

interface Entry {
  label: TimeLabel<unknown>
  listener: () => void
  dueAt: number
}

/** Timers of browsers overflow at 25 days; a meeting in a month is looked at again tomorrow. */
const LONGEST_SLEEP_MS = 86_400_000

export function createTicker(clock: Clock): Ticker {
  const entries = new Set<Entry>()
  let wakesAt = Number.POSITIVE_INFINITY
  let cancel = () => {}

  function dueAt(label: TimeLabel<unknown>, now: number): number {
    return label.changesAfter(now) ?? Number.POSITIVE_INFINITY
  }

  function schedule(): void {
    const next = Math.min(...[...entries].map((entry) => entry.dueAt))
    if (next === wakesAt) return
    cancel()
    wakesAt = next
    if (next === Number.POSITIVE_INFINITY) return
    const sleep = Math.min(Math.max(next - clock.now(), 0), LONGEST_SLEEP_MS)
    cancel = clock.after(sleep, wake)
  }

  function wake(): void {
    const now = clock.now()
    wakesAt = Number.POSITIVE_INFINITY
    const due = [...entries].filter((entry) => entry.dueAt <= now)
    for (const entry of due) entry.dueAt = dueAt(entry.label, now)
    schedule()
    for (const entry of due) entry.listener()
  }

  return {
    subscribe(label, listener) {
      const entry: Entry = { label, listener, dueAt: dueAt(label, clock.now()) }
      entries.add(entry)
      // A list of many subscribes many at once: all of them are looked at only when the alarm moves.
      if (entry.dueAt < wakesAt) schedule()
      return () => {
        entries.delete(entry)
        if (entry.dueAt === wakesAt) schedule()
      }
    },
    refresh() {
      const now = clock.now()
      for (const entry of entries) entry.dueAt = dueAt(entry.label, now)
      // The sleep was measured on the old time, so it is measured again even when its end is the same.
      wakesAt = Number.NaN
      schedule()
      for (const entry of [...entries]) entry.listener()
    },
  }
}
