import { parseDate } from '@internationalized/date'
import { expect, it } from 'vitest'
import { bookingDays, monthRange, monthsToShow, rangesBetween } from './booking-months.ts'

const now = Date.parse('2026-11-23T23:30:00Z')
const days = bookingDays({ furthestDays: 60 }, now, 'Europe/Berlin')

it('begins with the day it is where the viewer is', () => {
  expect([days.first.toString(), days.last.toString()]).toEqual(['2026-11-24', '2027-01-23'])
})

it('asks for the part of a month that can be booked, and for nothing beyond', () => {
  expect(monthRange(days.first, days, 'en-US')).toEqual({ from: '2026-11-24', to: '2026-11-30' })
  expect(monthRange(parseDate('2027-01-05'), days, 'en-US')).toEqual({ from: '2027-01-01', to: '2027-01-23' })
  expect(monthRange(parseDate('2027-02-05'), days, 'en-US')).toBeNull()
})

it('asks by the months of the calendar that the language uses', () => {
  // Azar 1405 ends on 21 December 2026.
  expect(monthRange(parseDate('2026-12-01'), days, 'fa-IR')).toEqual({ from: '2026-11-24', to: '2026-12-21' })
  expect(monthsToShow(days, 'fa-IR').map((month) => month.calendar.identifier)).toEqual([
    'persian',
    'persian',
    'persian',
  ])
})

it('cuts a long time into pieces that leave no day out', () => {
  expect(rangesBetween(parseDate('2026-12-01'), parseDate('2027-02-10'), 62)).toEqual([
    { from: '2026-12-01', to: '2027-01-31' },
    { from: '2027-02-01', to: '2027-02-10' },
  ])
})
