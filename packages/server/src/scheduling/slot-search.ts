import { MINUTE_MS, type Slot } from '@meetings/contract'
import { timeRangeOf } from '../availability/group-by-day.ts'
import { type AvailabilityInput, type OpenSlot, openSlotAt, openSlots } from '../availability/open-slots.ts'
import { DAY_MS, dateOf } from '../availability/plain-date.ts'
import type { TimeRange } from '../availability/time-range.ts'
import { wallTimeAt, zoneTimeline } from '../availability/zone-timeline.ts'
import type { Candidate, HostRecord, Openings, OpeningsRequest, Span } from '../ports/schedule-store.ts'

/** How far around a slot that is gone others are looked for. */
const AROUND_DAYS = 31
/** How many free slots are offered on each side of one that is gone. */
const OFFERED = 3

/** What decides which slots are open, in milliseconds. */
export function availabilityInput({ type, hosts }: Openings, now: Date): AvailabilityInput {
  return {
    rules: type.rules,
    hostMode: type.hostMode,
    hosts: hosts.map(({ hostId, schedule, busy, bookedStarts }) => ({
      hostId,
      schedule,
      busy: busy.map(({ start, end }) => ({ start: start.getTime(), end: end.getTime() })),
      bookedStarts: bookedStarts.map((start) => start.getTime()),
    })),
    now: now.getTime(),
  }
}

/** The time that a slot takes: the meeting, and with its buffers. */
export function slotTimes({ type }: Openings, start: number): { start: Date; end: Date; busy: Span } {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = type.rules
  const end = start + durationMinutes * MINUTE_MS
  return {
    start: new Date(start),
    end: new Date(end),
    busy: {
      start: new Date(start - bufferBeforeMinutes * MINUTE_MS),
      end: new Date(end + bufferAfterMinutes * MINUTE_MS),
    },
  }
}

/** Who could take a meeting that starts then, whose turn it is first; nobody when the slot is not open. */
export function candidatesAt(openings: Openings, start: number, now: Date): Candidate[] {
  const free = openSlotAt(availabilityInput(openings, now), start)?.hostIds ?? []
  return openings.hosts
    .filter(({ hostId }) => free.includes(hostId))
    .map((host) => ({ hostId: host.hostId, day: dayOfHost(host, start) }))
}

/** The date of the host's zone on which this instant falls. */
function dayOfHost({ schedule: { timeZone } }: HostRecord, instant: number): Span {
  const wallTime = wallTimeAt(zoneTimeline(timeZone, instant, instant), instant)
  const date = dateOf(Math.floor(wallTime / DAY_MS))
  const { start, end } = timeRangeOf({ from: date, to: date, timeZone })
  return { start: new Date(start), end: new Date(end) }
}

/** The span of starts to look at for the slots nearest to one. */
export function spanAround(start: number, now: Date): Pick<OpeningsRequest, 'from' | 'to'> {
  const around = AROUND_DAYS * DAY_MS
  const from = Math.max(now.getTime(), start - around)
  return { from: new Date(from), to: new Date(Math.max(from, start) + around) }
}

/** The free slots before and after one that is gone, earliest first. */
export function nearestSlots(
  openings: Openings,
  start: number,
  { from, to }: Pick<OpeningsRequest, 'from' | 'to'>,
  now: Date,
): Slot[] {
  const input = availabilityInput(openings, now)
  const open = openSlots({ ...input, from: from.getTime(), to: to.getTime() })
  const before = open.filter((slot) => slot.start < start).slice(-OFFERED)
  const after = open.filter((slot) => slot.start > start).slice(0, OFFERED)
  return [...before, ...after].map(toSlot)
}

/** As it goes over the wire. Who is free is nobody's business. */
export function toSlot({ start, end }: TimeRange | OpenSlot): Slot {
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() }
}
