/** A day's column is this many letters wide on a phone. */
const WIDEST = 4
/** A Sunday. */
const SUNDAY = Date.UTC(2026, 10, 22)
const DAY_MS = 86_400_000

/** How weekdays are written above a calendar: "Mon", or one letter where the short names are whole words, as in Arabic. */
export function weekdayStyle(locale: string): 'short' | 'narrow' {
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const names = Array.from({ length: 7 }, (_, day) => short.format(SUNDAY + day * DAY_MS))
  return names.some((name) => name.length > WIDEST) ? 'narrow' : 'short'
}
