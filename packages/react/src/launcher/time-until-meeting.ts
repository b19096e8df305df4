import type { Formats } from '../i18n/formats.ts'

export interface TimeUntilMeeting {
  /** Until the start, in milliseconds; negative once it has begun. */
  ms: number
  /** In the viewer's language: "in 5 minutes", "2 hours ago". */
  label: string
}

const MINUTE_MS = 60_000

/** Whole units, the largest that fits, never "in 0 minutes": what is left of a minute counts as one. */
export function timeUntilMeeting(
  { startTime }: { startTime: string },
  now: number,
  formats: Pick<Formats, 'relative'>,
): TimeUntilMeeting {
  const ms = Date.parse(startTime) - now
  const direction = ms < 0 ? -1 : 1
  // To come: rounded up, so that "in 5 minutes" becomes "in 4" when only 4 are left. Gone: rounded down.
  const minutes = Math.max(1, ms < 0 ? Math.floor(-ms / MINUTE_MS) : Math.ceil(ms / MINUTE_MS))
  if (minutes < 60) return { ms, label: formats.relative(direction * minutes, 'minute') }
  const hours = Math.round(minutes / 60)
  if (hours < 24) return { ms, label: formats.relative(direction * hours, 'hour') }
  return { ms, label: formats.relative(direction * Math.round(hours / 24), 'day') }
}
