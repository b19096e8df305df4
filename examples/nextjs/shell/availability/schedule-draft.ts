import type { FieldProblem, HostSchedule } from '@meetings/react'

/** A part of the form that can be added and removed. Its `id` stays, so that faults and focus find it again. */
export interface Hours {
  id: string
  /** As `<input type="time">` has it; empty while nothing is chosen. */
  from: string
  to: string
}

export interface WeekdayHours extends Hours {
  weekday: number
}

export interface DateHours {
  id: string
  date: string
  hours: readonly Hours[]
}

export interface TimeOff {
  id: string
  from: string
  to: string
}

/** The hours of a host while they are edited. */
export interface ScheduleDraft {
  timeZone: string
  weekly: readonly WeekdayHours[]
  overrides: readonly DateHours[]
  timeOff: readonly TimeOff[]
}

/** What is wrong, by `<id>.<field>`. */
export type Faults = Readonly<Record<string, string>>

/** A day that ends at midnight: what the server calls 24:00 is 00:00 in a time field. */
const MIDNIGHT = { server: '24:00', field: '00:00' }

export function toDraft(schedule: HostSchedule, newId: () => string): ScheduleDraft {
  const toHours = <Interval extends { to: string }>(interval: Interval) => ({
    ...interval,
    id: newId(),
    to: interval.to === MIDNIGHT.server ? MIDNIGHT.field : interval.to,
  })
  return {
    timeZone: schedule.timeZone,
    weekly: schedule.weekly.map(toHours),
    overrides: schedule.overrides.map(({ date, intervals }) => ({
      id: newId(),
      date,
      hours: intervals.map(toHours),
    })),
    timeOff: schedule.timeOff.map((days) => ({ ...days, id: newId() })),
  }
}

export function toSchedule({ timeZone, weekly, overrides, timeOff }: ScheduleDraft): HostSchedule {
  const interval = ({ from, to }: Hours) => ({ from, to: to === MIDNIGHT.field ? MIDNIGHT.server : to })
  return {
    timeZone,
    weekly: weekly.map((hours) => ({ weekday: hours.weekday, ...interval(hours) })),
    overrides: overrides.map(({ date, hours }) => ({ date, intervals: hours.map(interval) })),
    timeOff: timeOff.map(({ from, to }) => ({ from, to })),
  }
}

/** How a range is called, for who hears its buttons. */
export function spanName({ from, to }: { from: string; to: string }): string {
  return from && to ? `${from} to ${to}` : 'what was just added'
}

/** What is empty. Everything else is for the server to judge. */
export function emptyFields({ weekly, overrides, timeOff }: ScheduleDraft): Faults {
  const faults: Record<string, string> = {}
  const check = (id: string, field: string, value: string, message: string) => {
    if (!value) faults[`${id}.${field}`] = message
  }
  const checkHours = ({ id, from, to }: Hours) => {
    check(id, 'from', from, 'Enter a time.')
    check(id, 'to', to, 'Enter a time.')
  }
  weekly.forEach(checkHours)
  for (const { id, date, hours } of overrides) {
    check(id, 'date', date, 'Enter a date.')
    hours.forEach(checkHours)
  }
  for (const { id, from, to } of timeOff) {
    check(id, 'from', from, 'Enter a date.')
    check(id, 'to', to, 'Enter a date.')
  }
  return faults
}

/** Finds, for what the server said about a path of the request, the field that was sent there. */
export function faultsOf(fields: readonly FieldProblem[], sent: ScheduleDraft): Faults {
  return Object.fromEntries(fields.map(({ path, message }) => [placeOf(path, sent), sentence(message)]))
}

function placeOf(path: string, sent: ScheduleDraft): string {
  const [part, index, ...rest] = path.split('.')
  const at = Number(index)
  if (part === 'weekly') return `${sent.weekly[at]?.id}.${rest[0]}`
  if (part === 'time_off') return `${sent.timeOff[at]?.id}.${rest[0]}`
  if (part === 'overrides' && rest[0] === 'intervals') {
    return `${sent.overrides[at]?.hours[Number(rest[1])]?.id}.${rest[2]}`
  }
  if (part === 'overrides') return `${sent.overrides[at]?.id}.${rest[0]}`
  return 'timeZone'
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
