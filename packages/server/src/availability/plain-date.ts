import { parseDate } from '@internationalized/date'

export const DAY_MS = 86_400_000

/** The day number of a plain date: days since 1970-01-01. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** The plain date of a day number, as `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Monday = 1 ... Sunday = 7. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Whether the text is a date of the calendar, written `YYYY-MM-DD`: 2026-02-30 is none. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    parseDate(text)
    return true
  } catch {
    return false
  }
}
