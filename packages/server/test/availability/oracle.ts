// What can be booked, decided minute by minute with Temporal: slow, and short enough to be seen to be right.
// It shares no code with the source.
import { Temporal } from 'temporal-polyfill'
import type { HostAvailability } from '../../src/availability/host-calendar.ts'
import type { AvailabilityInput, OpenSlot } from '../../src/availability/open-slots.ts'

const MINUTE = 60_000

/** A minute of real time, and what the host's clocks show while it begins. */
interface ClockMinute {
  at: number
  date: string
  minuteOfDay: number
}

/** Every minute of the 8 days around the instant: enough for slots that start up to 20 hours from it. */
export function minutesAround(timeZone: string, instant: number): ClockMinute[] {
  const first = Math.floor(instant / MINUTE) * MINUTE - 4 * 1440 * MINUTE
  return Array.from({ length: 8 * 1440 }, (_, index) => {
    const at = first + index * MINUTE
    const clock = wallTime(at, timeZone)
    return { at, date: clock.toPlainDate().toString(), minuteOfDay: clock.hour * 60 + clock.minute }
  })
}

/** The slots that start in [from, to), from the hosts' minutes in the order of the hosts. */
export function slowSlots(
  input: AvailabilityInput & { from: number; to: number },
  minutes: readonly (readonly ClockMinute[])[],
): OpenSlot[] {
  const hosts = input.hosts.map((host, index) => slowHost(input, host, minutes[index] ?? []))
  const slots: OpenSlot[] = []
  for (const { at } of minutes[0] ?? []) {
    if (at < input.from || at >= input.to) continue
    const end = at + input.rules.durationMinutes * MINUTE
    const sharedGrid = Math.max(...hosts.map((host) => host.gridStart(at)))
    const free = hosts
      .filter((host) => isOnGrid(at, input.hostMode === 'all' ? sharedGrid : host.gridStart(at)))
      .filter((host) => host.freeAt(at))
    if (input.hostMode === 'all' && free.length < hosts.length) continue
    const hostIds = free.map(({ hostId }) => hostId)
    if (hostIds.length > 0) slots.push({ start: at, end, hostIds })
  }
  return slots

  function isOnGrid(at: number, gridStart: number): boolean {
    return (at - gridStart) % (input.rules.stepMinutes * MINUTE) === 0
  }
}

function slowHost(
  { rules, now }: AvailabilityInput,
  host: HostAvailability,
  minutes: readonly ClockMinute[],
) {
  const gridStarts = gridStartOfOpenMinutes(host, minutes)
  const dates = new Map(minutes.map(({ at, date }) => [at, date]))
  const zone = host.schedule.timeZone
  const today = wallTime(now, zone).toPlainDate()
  const lastDate = today.add({ days: rules.furthestDays }).toString()
  const perDate = (date: string) =>
    host.bookedStarts.filter((start) => wallTime(start, zone).toPlainDate().toString() === date).length
  const full = new Set(
    Array.from(new Set(dates.values())).filter((date) => perDate(date) >= (rules.dailyMaximum ?? Infinity)),
  )

  return {
    hostId: host.hostId,
    gridStart: (at: number) => gridStarts.get(at) ?? Number.NaN,
    freeAt(at: number): boolean {
      for (let minute = 0; minute < rules.durationMinutes; minute++) {
        if (!gridStarts.has(at + minute * MINUTE)) return false
      }
      const date = dates.get(at) ?? ''
      const start = at - rules.bufferBeforeMinutes * MINUTE
      const end = at + (rules.durationMinutes + rules.bufferAfterMinutes) * MINUTE
      return (
        at >= now + rules.minimumNoticeMinutes * MINUTE &&
        date <= lastDate &&
        !full.has(date) &&
        !host.busy.some((busy) => busy.start < busy.end && busy.start < end && start < busy.end)
      )
    },
  }
}

/** The open minutes, each with the start of its grid. */
function gridStartOfOpenMinutes(
  { schedule }: HostAvailability,
  minutes: readonly ClockMinute[],
): Map<number, number> {
  const open = new Set<number>()
  for (const date of new Set(minutes.map((minute) => minute.date))) {
    const ofDate = minutes.filter((minute) => minute.date === date)
    for (const { from, to } of hoursOn(schedule, date)) {
      const shown = ofDate.filter(({ minuteOfDay }) => from <= minuteOfDay && minuteOfDay < to)
      // From the first time the clocks show the interval to the last time they do.
      const first = shown[0]?.at ?? Infinity
      const last = shown.at(-1)?.at ?? -Infinity
      for (let at = first; at <= last; at += MINUTE) open.add(at)
    }
  }

  const gridStarts = new Map<number, number>()
  let runStart: ClockMinute | null = null
  let dateStart: ClockMinute | null = null
  let yesterday = ''
  for (const minute of minutes) {
    if (!open.has(minute.at)) {
      runStart = null
      continue
    }
    if (runStart === null) dateStart = null
    runStart ??= minute
    if (dateStart === null || minute.date > dateStart.date) {
      dateStart = minute
      yesterday = Temporal.PlainDate.from(minute.date).subtract({ days: 1 }).toString()
    }
    gridStarts.set(minute.at, (runStart.date >= yesterday ? runStart : dateStart).at)
  }
  return gridStarts
}

/** Minutes of the day. */
function hoursOn({ weekly, overrides, timeOff }: HostAvailability['schedule'], date: string) {
  if (timeOff.some(({ from, to }) => from <= date && date <= to)) return []
  const override = overrides.find((one) => one.date === date)
  const weekday = Temporal.PlainDate.from(date).dayOfWeek
  const intervals = override?.intervals ?? weekly.filter((hours) => hours.weekday === weekday)
  return intervals.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN)
}

function wallTime(instant: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
}
