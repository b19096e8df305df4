import { expect, it } from 'vitest'
import { createFormats } from '../../i18n/formats.ts'
import { nextDayStart } from './next-day-start.ts'

it.each([
  ['UTC', '2025-10-22T10:17:23Z', '2025-10-23T00:00:00.000Z'],
  ['UTC', '2025-10-22T00:00:00Z', '2025-10-23T00:00:00.000Z'],
  ['Asia/Kathmandu', '2025-10-22T10:17:23Z', '2025-10-22T18:15:00.000Z'],
  // A day of 25 hours, and one of 23.
  ['Europe/Berlin', '2025-10-25T22:00:00Z', '2025-10-26T23:00:00.000Z'],
  ['Europe/Berlin', '2025-03-29T23:00:00Z', '2025-03-30T22:00:00.000Z'],
  // Clocks go from 23:59 to 01:00: that day has no midnight.
  ['Africa/Cairo', '2025-04-24T12:00:00Z', '2025-04-24T22:00:00.000Z'],
  // Half an hour of daylight saving.
  ['Australia/Lord_Howe', '2025-10-04T14:00:00Z', '2025-10-05T13:00:00.000Z'],
] as const)('finds the next day in %s at %s', (timeZone, now, expected) => {
  const formats = createFormats('en', timeZone)
  expect(new Date(nextDayStart(Date.parse(now), formats)).toISOString()).toBe(expected)
})
