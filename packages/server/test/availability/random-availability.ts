import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { BookingRules } from '../../src/availability/booking-rules.ts'
import type { HostAvailability } from '../../src/availability/host-calendar.ts'
import type { HostSchedule, WallInterval } from '../../src/availability/host-schedule.ts'
import type { AvailabilityInput } from '../../src/availability/open-slots.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Random hosts in these zones, one each, and a span that starts and ends at most 20 hours from the instant. */
export function randomAvailability(
  instant: number,
  zones: readonly string[],
): fc.Arbitrary<AvailabilityInput & { from: number; to: number }> {
  return fc
    .record({
      rules: randomRules,
      hostMode: fc.constantFrom('any' as const, 'all' as const),
      hosts: fc.tuple(...zones.map((timeZone, index) => randomHost(`host ${index}`, timeZone, instant))),
      now: fc.integer({ min: -60, max: 20 }).map((hours) => instant + hours * HOUR + 30_000),
      span: fc.tuple(fc.integer({ min: -20, max: 0 }), fc.integer({ min: 1, max: 20 })),
    })
    .map(({ span: [from, to], ...input }) => ({
      ...input,
      from: instant + from * HOUR,
      to: instant + to * HOUR,
    }))
}

const minutes = (max: number) => fc.integer({ min: 0, max })

const randomRules: fc.Arbitrary<BookingRules> = fc.record({
  durationMinutes: fc.oneof(fc.constantFrom(15, 30, 45, 60, 90), fc.integer({ min: 1, max: 1600 })),
  stepMinutes: fc.oneof(fc.constantFrom(15, 20, 30, 45, 60), fc.integer({ min: 1, max: 200 })),
  bufferBeforeMinutes: fc.oneof(fc.constant(0), minutes(90)),
  bufferAfterMinutes: fc.oneof(fc.constant(0), minutes(90)),
  minimumNoticeMinutes: fc.oneof(fc.constant(0), minutes(2000)),
  furthestDays: fc.oneof(fc.constant(60), minutes(3)),
  dailyMaximum: fc.oneof(fc.constant(null), fc.constant(null), minutes(3)),
})

/** Wall times; quarters more often, and whole days, so that hours touch. */
const randomInterval: fc.Arbitrary<WallInterval> = fc.oneof(
  fc.constantFrom(
    { from: '00:00', to: '24:00' },
    { from: '22:00', to: '24:00' },
    { from: '00:00', to: '06:00' },
  ),
  fc
    .uniqueArray(
      fc.oneof(
        minutes(96).map((quarter) => quarter * 15),
        minutes(1440),
      ),
      { minLength: 2, maxLength: 2 },
    )
    .map((pair) => pair.sort((a, b) => a - b))
    .map(([from = 0, to = 0]) => ({ from: wallTime(from), to: wallTime(to) })),
)

function randomHost(hostId: string, timeZone: string, instant: number): fc.Arbitrary<HostAvailability> {
  const near = (spread: number) => minutes(2 * spread).map((shift) => instant + (shift - spread) * MINUTE)
  const busy = fc
    .tuple(near(2000), fc.oneof(minutes(120), minutes(1500)), fc.constantFrom(0, 0, 1))
    .map(([start, length, crumb]) => ({ start, end: start + length * MINUTE + crumb }))
  return fc.record({
    hostId: fc.constant(hostId),
    schedule: randomSchedule(timeZone, instant),
    busy: fc.array(busy, { maxLength: 8 }),
    bookedStarts: fc.array(near(2500), { maxLength: 8 }),
  })
}

function randomSchedule(timeZone: string, instant: number): fc.Arbitrary<HostSchedule> {
  const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate()
  const dates = Array.from({ length: 7 }, (_, day) => today.add({ days: day - 3 }).toString())
  const nearHours = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), interval: randomInterval })
  const everyDay = randomInterval.map((interval) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, interval })),
  )
  const date = fc.constantFrom(...dates)
  return fc.record({
    timeZone: fc.constant(timeZone),
    weekly: fc
      .oneof(everyDay, fc.array(nearHours, { maxLength: 20 }))
      .map((hours) => hours.map(({ weekday, interval }) => ({ weekday, ...interval }))),
    overrides: fc.uniqueArray(fc.record({ date, intervals: fc.array(randomInterval, { maxLength: 3 }) }), {
      maxLength: 3,
      selector: (override) => override.date,
    }),
    timeOff: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      fc.tuple(date, date).map((pair) => {
        const [from = '', to = ''] = pair.sort()
        return [{ from, to }]
      }),
    ),
  })
}

function wallTime(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
}
