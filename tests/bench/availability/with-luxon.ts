// The same loop with luxon for dates and zones, as its documentation would have it: one DateTime for each end of
// an opening and one for the date of each start. Busy time is swept in the same way as in the source.
import { DateTime } from 'luxon'
import type { Question } from './week.ts'

const MINUTE = 60_000

export function availabilityWithLuxon({ input, range }: Question) {
  const { rules, hosts, now } = input
  const host = hosts[0]
  if (host === undefined) throw new Error('The question has no host.')
  const zone = host.schedule.timeZone
  const from = Math.max(input.from, now + rules.minimumNoticeMinutes * MINUTE)
  const lastDate = DateTime.fromMillis(now, { zone }).plus({ days: rules.furthestDays }).toISODate() ?? ''

  const perDate = new Map<string, number>()
  for (const start of host.bookedStarts) {
    const date = DateTime.fromMillis(start, { zone }).toISODate() ?? ''
    perDate.set(date, (perDate.get(date) ?? 0) + 1)
  }

  const overrides = new Map(host.schedule.overrides.map(({ date, intervals }) => [date, intervals]))
  const openings: { start: number; end: number }[] = []
  const last = DateTime.fromMillis(input.to, { zone })
  for (
    let day = DateTime.fromMillis(from, { zone }).startOf('day');
    day <= last;
    day = day.plus({ days: 1 })
  ) {
    const date = day.toISODate() ?? ''
    if (host.schedule.timeOff.some((off) => off.from <= date && date <= off.to)) continue
    const intervals =
      overrides.get(date) ?? host.schedule.weekly.filter(({ weekday }) => weekday === day.weekday)
    for (const interval of intervals) {
      const start = atTime(day, interval.from)
      const end = atTime(day, interval.to)
      const before = openings.at(-1)
      if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
      else openings.push({ start, end })
    }
  }

  const busy = [...host.busy].sort((a, b) => a.start - b.start)
  const taken: { start: number; end: number }[] = []
  for (const { start, end } of busy) {
    const before = taken.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else taken.push({ start, end })
  }

  const slots: { start: number; end: number; hostIds: string[] }[] = []
  let next = 0
  for (const opening of openings) {
    for (let start = opening.start; start < input.to; start += rules.stepMinutes * MINUTE) {
      const end = start + rules.durationMinutes * MINUTE
      if (end > opening.end) break
      if (start < from) continue
      while ((taken[next]?.end ?? Infinity) <= start - rules.bufferBeforeMinutes * MINUTE) next++
      if ((taken[next]?.start ?? Infinity) < end + rules.bufferAfterMinutes * MINUTE) continue
      const date = DateTime.fromMillis(start, { zone }).toISODate() ?? ''
      if (date > lastDate || (perDate.get(date) ?? 0) >= (rules.dailyMaximum ?? Infinity)) continue
      slots.push({ start, end, hostIds: [host.hostId] })
    }
  }

  const days = new Map<string, typeof slots>()
  const end = DateTime.fromISO(range.to, { zone: range.timeZone })
  for (
    let day = DateTime.fromISO(range.from, { zone: range.timeZone });
    day <= end;
    day = day.plus({ days: 1 })
  ) {
    days.set(day.toISODate() ?? '', [])
  }
  for (const slot of slots) {
    days.get(DateTime.fromMillis(slot.start, { zone: range.timeZone }).toISODate() ?? '')?.push(slot)
  }
  return Array.from(days, ([date, ofDay]) => ({ date, slots: ofDay }))
}

function atTime(day: DateTime, time: string): number {
  return day.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) }).toMillis()
}
