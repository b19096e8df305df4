import { Temporal } from 'temporal-polyfill'

/** An instant (in milliseconds) at which a zone's clocks change. */
export interface ZoneChange {
  timeZone: string
  at: number
}

/** Every change of the zone's offset from 2026 to 2028. */
export function changesOf(timeZone: string): ZoneChange[] {
  const changes: ZoneChange[] = []
  let next = Temporal.ZonedDateTime.from(`2025-12-31T12:00[${timeZone}]`).getTimeZoneTransition('next')
  while (next !== null && next.epochMilliseconds < Date.UTC(2029, 0, 1)) {
    changes.push({ timeZone, at: next.epochMilliseconds })
    next = next.getTimeZoneTransition('next')
  }
  return changes
}
