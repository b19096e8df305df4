import type { FieldProblem } from '@meetings/contract'
import type { HostSchedule, WallInterval } from './host-schedule.ts'
import { isPlainDate } from './plain-date.ts'

/** Every problem of a schedule whose fields have the right types, by path (`weekly.2.to`). None: it can be saved. */
export function validateSchedule(schedule: HostSchedule): FieldProblem[] {
  const { timeZone, weekly, overrides, timeOff } = schedule
  const problems: FieldProblem[] = []
  const tell = (path: string, message: string) => problems.push({ path, message })

  if (!isNamedZone(timeZone)) tell('timeZone', 'must be the name of a time zone, such as Europe/Berlin')

  const hoursOf = new Map<number, PlacedInterval[]>()
  weekly.forEach(({ weekday, from, to }, index) => {
    const path = `weekly.${index}`
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
      tell(`${path}.weekday`, 'must be 1 (Monday) to 7 (Sunday)')
    }
    const hours = hoursOf.get(weekday) ?? []
    hours.push({ path, from, to })
    hoursOf.set(weekday, hours)
  })
  for (const hours of hoursOf.values()) problems.push(...intervalProblems(hours))

  const dates = new Set<string>()
  overrides.forEach(({ date, intervals }, index) => {
    const path = `overrides.${index}`
    if (!isPlainDate(date)) tell(`${path}.date`, NO_DATE)
    else if (dates.has(date)) tell(`${path}.date`, 'must not be listed twice')
    dates.add(date)
    const placed = intervals.map(({ from, to }, place) => ({ path: `${path}.intervals.${place}`, from, to }))
    problems.push(...intervalProblems(placed))
  })

  timeOff.forEach(({ from, to }, index) => {
    const path = `timeOff.${index}`
    if (!isPlainDate(from)) tell(`${path}.from`, NO_DATE)
    if (!isPlainDate(to)) tell(`${path}.to`, NO_DATE)
    else if (from > to) tell(`${path}.to`, 'must not be before from')
  })
  return problems
}

const NO_DATE = 'must be a date of the calendar, written YYYY-MM-DD'

interface PlacedInterval extends WallInterval {
  path: string
}

/** The problems of one day's intervals. */
function intervalProblems(intervals: readonly PlacedInterval[]): FieldProblem[] {
  const problems: FieldProblem[] = []
  const sound = intervals.filter(({ path, from, to }) => {
    const isFromTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(from)
    const isToTime = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(to)
    if (!isFromTime) problems.push({ path: `${path}.from`, message: 'must be a time from 00:00 to 23:59' })
    if (!isToTime) problems.push({ path: `${path}.to`, message: 'must be a time from 00:01 to 24:00' })
    // Two digits each: as text they sort as time does.
    if (isFromTime && isToTime && from >= to)
      problems.push({ path: `${path}.to`, message: 'must be after from' })
    return isFromTime && isToTime && from < to
  })
  let latest: PlacedInterval | undefined
  for (const interval of sound.sort((a, b) => Number(a.from > b.from) - Number(a.from < b.from))) {
    if (latest !== undefined && interval.from < latest.to) {
      const message = `must not overlap ${latest.from} to ${latest.to} of the same day`
      problems.push({ path: `${interval.path}.from`, message })
    }
    if (latest === undefined || interval.to > latest.to) latest = interval
  }
  return problems
}

function isNamedZone(timeZone: string): boolean {
  // Newer engines accept `+02:00` as well, which never changes with the season.
  if (!/^[A-Za-z]/.test(timeZone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
