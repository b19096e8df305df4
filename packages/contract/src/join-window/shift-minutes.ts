const MINUTE_MS = 60_000
const MINUTES_A_DAY = 24 * 60

/** What `toISOString` writes, with hours and minutes apart. */
const INSTANT = /^(\d{4}-\d\d-\d\dT)(\d\d):(\d\d)(:\d\d\.\d{3}Z)$/

/** The instant so many minutes after another one (before it, when negative). ISO 8601 in, ISO 8601 UTC out. */
export function shiftMinutes(iso: string, minutes: number): string {
  // Writing a date takes `Date` longer than all else that a list does to a booking. Within a day only hours and
  // minutes change.
  const [, date, hour, minute, rest] = INSTANT.exec(iso) ?? []
  const time = Number(hour) * 60 + Number(minute) + minutes
  if (date !== undefined && rest !== undefined && time >= 0 && time < MINUTES_A_DAY) {
    return `${date}${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}${rest}`
  }
  return new Date(Date.parse(iso) + minutes * MINUTE_MS).toISOString()
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
