/** Dates, durations and lists as one locale and time zone write them. All of it is Intl. */
export interface Formats {
  /** "2:00 PM" */
  time(iso: string): string
  /** "Oct 22, 2025" */
  date(iso: string): string
  /** "Thursday, October 23", with the year when it is not the one of `now`. */
  dayInFull(at: number, now: number): string
  /** 0 is "Today", 1 "Tomorrow", -1 "Yesterday". */
  dayFromToday(days: number): string
  /** "in 5 minutes", "3 minutes ago" */
  relative(value: number, unit: 'minute' | 'hour' | 'day'): string
  /** "15 minutes", "1 hour" */
  duration(minutes: number): string
  /** "30 min", "1 hr 30 min" */
  shortDuration(minutes: number): string
  /** "Ana and Ben" */
  list(items: readonly string[]): string
  /** A calendar day in the zone as a number: consecutive days differ by 1, whatever the clocks do. */
  dayNumber(at: number): number
}

const DAY_MS = 86_400_000
const QUARTER_HOUR_MS = 15 * 60_000
/** Months of quarters that were asked about; a page that has seen more begins again. */
const MOST_REMEMBERED = 5_000

/**
 * @param locale BCP 47; `undefined` is the browser's own
 * @param timeZone IANA name; `undefined` is the browser's own
 */
export function createFormats(locale: string | undefined, timeZone: string | undefined): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone })
  const time = dates({ timeStyle: 'short' })
  const date = dates({ dateStyle: 'medium' })
  const day = dates({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayAndYear = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  // Always the Gregorian calendar in Latin digits: this one is for arithmetic, not for people.
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone,
  })
  const relative = new Intl.RelativeTimeFormat(locale)
  const relativeDay = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })

  // A list asks for the same few durations again and again, and each of these objects is slow to make.
  const units = new Map<string, Intl.NumberFormat>()
  function unit(value: number, name: 'minute' | 'hour', unitDisplay: 'long' | 'short'): string {
    const key = `${name} ${unitDisplay}`
    const known = units.get(key)
    if (known) return known.format(value)
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay })
    units.set(key, format)
    return format.format(value)
  }

  // Days begin on quarters of an hour of UTC in every zone, so all of a quarter is on one day.
  const dayOfQuarter = new Map<number, number>()
  function dayNumber(at: number): number {
    const quarter = Math.floor(at / QUARTER_HOUR_MS)
    const known = dayOfQuarter.get(quarter)
    if (known !== undefined) return known
    const fields: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
    for (const part of parts.formatToParts(at)) fields[part.type] = Number(part.value)
    const day = Date.UTC(fields.year ?? 0, (fields.month ?? 1) - 1, fields.day) / DAY_MS
    if (dayOfQuarter.size >= MOST_REMEMBERED) dayOfQuarter.clear()
    dayOfQuarter.set(quarter, day)
    return day
  }

  const yearOf = (at: number) => new Date(dayNumber(at) * DAY_MS).getUTCFullYear()

  return {
    time: (iso) => plainSpaces(time.format(Date.parse(iso))),
    date: (iso) => plainSpaces(date.format(Date.parse(iso))),
    dayInFull: (at, now) => (yearOf(at) === yearOf(now) ? day : dayAndYear).format(at),
    dayFromToday: (days) => capitalise(relativeDay.format(days, 'day'), locale),
    relative: (value, name) => relative.format(value, name),
    duration: (minutes) =>
      minutes >= 60 && minutes % 60 === 0
        ? unit(minutes / 60, 'hour', 'long')
        : unit(minutes, 'minute', 'long'),
    shortDuration(minutes) {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      const words = []
      if (hours > 0) words.push(unit(hours, 'hour', 'short'))
      if (rest > 0 || hours === 0) words.push(unit(rest, 'minute', 'short'))
      return words.join(' ')
    },
    list: (items) => list.format(items),
    dayNumber,
  }
}

// "2:00 PM" comes with a narrow no-break space from some versions of ICU and a plain one from others.
function plainSpaces(text: string): string {
  return text.replace(/\u202f/g, ' ')
}

function capitalise(text: string, locale: string | undefined): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(locale) + text.slice(first.length)
}
