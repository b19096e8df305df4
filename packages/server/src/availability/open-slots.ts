import { type HostMode, MINUTE_MS } from '@meetings/contract'
import { assertRules, type BookingRules } from './booking-rules.ts'
import { type HostAvailability, type HostCalendar, hostCalendar } from './host-calendar.ts'
import { DAY_MS } from './plain-date.ts'
import { intersectionOf, type TimeRange, unionOf } from './time-range.ts'
import type { ZoneTimeline } from './zone-timeline.ts'

/** Everything that decides whether a slot can be booked. Instants in milliseconds since the epoch. */
export interface AvailabilityInput {
  rules: BookingRules
  /** Whether one free host is enough or all of them take part. */
  hostMode: HostMode
  /** The order is kept in each slot's `hostIds`: put the host whose turn it is first. */
  hosts: readonly HostAvailability[]
  now: number
}

/** A slot that can be booked, with the hosts who are free: for `all`, every host. */
export interface OpenSlot extends TimeRange {
  hostIds: string[]
}

/**
 * The slots that start at or after `from` and before `to`, ascending, each start once. What is open does not
 * depend on the span that is asked for.
 */
export function openSlots(input: AvailabilityInput & { from: number; to: number }): OpenSlot[] {
  const { rules, hostMode, hosts, now } = input
  assertRules(rules)
  const span = {
    start: Math.max(input.from, now + rules.minimumNoticeMinutes * MINUTE_MS),
    // Later than the last bookable date of any zone, and a bound for whatever was asked.
    end: Math.min(input.to, now + (rules.furthestDays + 2) * DAY_MS),
  }
  if (!(span.start < span.end) || hosts.length === 0) return []

  const timelines = new Map<string, ZoneTimeline>()
  const searches = hosts.map((host) => ({
    hostIds: [host.hostId],
    calendar: hostCalendar(host, rules, now, span, timelines),
  }))
  const slots = new Map<number, OpenSlot>()
  for (const { hostIds, calendar } of hostMode === 'all' ? [together(searches)] : searches) {
    for (const start of startsIn(calendar, rules, span)) {
      const slot = slots.get(start)
      if (slot) slot.hostIds.push(...hostIds)
      else slots.set(start, { start, end: start + rules.durationMinutes * MINUTE_MS, hostIds: [...hostIds] })
    }
  }
  return Array.from(slots.values()).sort((a, b) => a.start - b.start)
}

interface Search {
  hostIds: string[]
  calendar: HostCalendar
}

/**
 * The slot with this very start when it can be booked, else `null`. The same decision for one start: ask again when it
 * is booked, whatever was shown before.
 */
export function openSlotAt(input: AvailabilityInput, start: number): OpenSlot | null {
  return openSlots({ ...input, from: start, to: start + 1 })[0] ?? null
}

/** Hosts who all take part are open when all are open, and busy when one of them is. */
function together(searches: readonly Search[]): Search {
  const calendars = searches.map(({ calendar }) => calendar)
  return {
    hostIds: searches.flatMap(({ hostIds }) => hostIds),
    calendar: {
      openings: calendars.map(({ openings }) => openings).reduce(intersectionOf),
      busy: calendars.flatMap(({ busy }) => busy),
      takesStart: (instant) => calendars.every((calendar) => calendar.takesStart(instant)),
    },
  }
}

/** The starts on each opening's grid that fit into the opening, keep clear of busy time and may be taken. */
function startsIn(
  { openings, busy, takesStart }: HostCalendar,
  rules: BookingRules,
  span: TimeRange,
): number[] {
  const step = rules.stepMinutes * MINUTE_MS
  const duration = rules.durationMinutes * MINUTE_MS
  const before = rules.bufferBeforeMinutes * MINUTE_MS
  const after = duration + rules.bufferAfterMinutes * MINUTE_MS
  const taken = unionOf(busy)
  // A slot may run on into an opening that touches.
  const joined = unionOf(openings)
  const starts: number[] = []
  let next = 0
  let nextJoined = 0
  for (const opening of openings) {
    while ((joined[nextJoined]?.end ?? Number.POSITIVE_INFINITY) <= opening.start) nextJoined++
    const latest = (joined[nextJoined]?.end ?? opening.end) - duration
    const skipped = Math.max(0, Math.ceil((span.start - opening.start) / step))
    for (let start = opening.start + skipped * step; start <= latest; start += step) {
      if (start >= opening.end || start >= span.end) break
      while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start - before) next++
      const isFree = (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= start + after
      if (isFree && takesStart(start)) starts.push(start)
    }
  }
  return starts
}
