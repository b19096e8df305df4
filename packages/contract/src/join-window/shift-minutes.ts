const MINUTE_MS = 60_000
const MINUTES_A_DAY = 24 * 60

/** What `toISOString` writes. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const HOURS_AT = 11
const MINUTES_AT = 14
const SECONDS_AT = 16

/** The instant so many minutes after another one (before it, when negative). ISO 8601 in, ISO 8601 UTC out. */
export function shiftMinutes(iso: string, minutes: number): string {
  // To write a date takes `Date` longer than all else that a list does to a booking. Within a day only hours and
  // minutes change.
  if (INSTANT.test(iso)) {
    if (minutes === 0) return iso
    const time = numberAt(iso, HOURS_AT) * 60 + numberAt(iso, MINUTES_AT) + minutes
    if (time >= 0 && time < MINUTES_A_DAY) {
      return `${iso.slice(0, HOURS_AT)}${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}${iso.slice(SECONDS_AT)}`
    }
  }
  return new Date(Date.parse(iso) + minutes * MINUTE_MS).toISOString()
}

/** The number of two digits at an index. */
function numberAt(text: string, index: number): number {
  const zero = 48
  return (text.charCodeAt(index) - zero) * 10 + text.charCodeAt(index + 1) - zero
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
