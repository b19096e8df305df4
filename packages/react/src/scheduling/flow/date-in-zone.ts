import { parseAbsolute, toCalendarDate } from '@internationalized/date'

/** The day an instant is on, `2026-11-22`. */
export function dateInZone(iso: string, timeZone: string): string {
  return toCalendarDate(parseAbsolute(iso, timeZone)).toString()
}
