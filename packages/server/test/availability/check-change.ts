import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { groupByDay, timeRangeOf } from '../../src/availability/group-by-day.ts'
import { openSlotAt, openSlots } from '../../src/availability/open-slots.ts'
import { minutesAround, slowSlots } from './oracle.ts'
import { randomAvailability } from './random-availability.ts'
import type { ZoneChange } from './zone-changes.ts'

export interface Checked {
  cases: number
  slots: number
}

/** Compares the source with the oracle around one change: a host in its zone, and one in another zone. */
export function checkChange({ timeZone, at }: ZoneChange, otherZone: string, cases: number): Checked {
  const zones = [timeZone, otherZone]
  const minutes = zones.map((zone) => minutesAround(zone, at))
  const checked: Checked = { cases: 0, slots: 0 }
  const one = randomAvailability(at, [timeZone])
  const two = randomAvailability(at, zones)
  fc.assert(
    fc.property(fc.oneof(one, two), fc.nat(), (input, pick) => {
      const slots = openSlots(input)
      expect(slots).toEqual(slowSlots(input, minutes))
      checked.cases++
      checked.slots += slots.length

      // One start alone, and each part of the span alone, are decided as in the whole.
      const { from, to } = input
      const middle = from + ((pick * 60_000) % Math.max(1, to - from))
      expect(openSlotAt(input, middle)).toEqual(slots.find(({ start }) => start === middle) ?? null)
      const picked = slots[pick % slots.length]
      if (picked) expect(openSlotAt(input, picked.start)).toEqual(picked)
      expect([...openSlots({ ...input, to: middle }), ...openSlots({ ...input, from: middle })]).toEqual(
        slots,
      )

      // A viewer in the other zone finds each slot once, on the date their clock shows.
      const viewerDate = (instant: number) => zoned(instant, otherZone).toPlainDate().toString()
      const range = { from: viewerDate(from), to: viewerDate(to), timeZone: otherZone }
      const days = groupByDay(slots, range)
      expect(days.flatMap((day) => day.slots)).toEqual(slots)
      for (const day of days) {
        for (const slot of day.slots) expect(viewerDate(slot.start)).toBe(day.date)
      }
      expect(timeRangeOf(range)).toEqual({
        start: startOfDate(range.from, otherZone, 0),
        end: startOfDate(range.to, otherZone, 1),
      })
    }),
    { numRuns: cases, seed: at / 1000 },
  )
  return checked
}

function startOfDate(date: string, timeZone: string, daysLater: number): number {
  return Temporal.PlainDate.from(date).add({ days: daysLater }).toZonedDateTime(timeZone).epochMilliseconds
}

function zoned(instant: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
}
