import { describe, expect, it } from 'vitest'
import { createFormats } from '../../i18n/formats.ts'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { dayHeadingLabel } from './day-heading-label.ts'
import { groupByDay } from './group-by-day.ts'

const booking = (startTime: string) =>
  sampleBooking(Date.parse(startTime), { id: startTime, startsInMinutes: 0 })
const starts = ['2025-10-22T21:30:00Z', '2025-10-22T22:30:00Z', '2025-10-23T08:00:00Z']

function groupsIn(timeZone: string): string[][] {
  const groups = groupByDay(starts.map(booking), createFormats('en', timeZone))
  return groups.map((group) => group.bookings.map(({ id }) => id))
}

describe('the groups of a list', () => {
  it('follow the days of the viewer, not of the server', () => {
    expect(groupsIn('UTC')).toEqual([[starts[0], starts[1]], [starts[2]]])
    expect(groupsIn('Europe/Berlin')).toEqual([[starts[0]], [starts[1], starts[2]]])
    expect(groupsIn('America/Los_Angeles')).toEqual([[starts[0], starts[1]], [starts[2]]])
    expect(groupsIn('Pacific/Auckland')).toEqual([starts])
  })

  it('keep both passes of the hour that a change of the clocks repeats on one day', () => {
    const twice = ['2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z'].map(booking)
    expect(groupByDay(twice, createFormats('en', 'Europe/Berlin'))).toHaveLength(1)
  })

  it('keep the order they are given, also backwards', () => {
    const groups = groupByDay([...starts].reverse().map(booking), createFormats('en', 'UTC'))
    expect(groups.map((group) => group.bookings.map(({ id }) => id))).toEqual([
      [starts[2]],
      [starts[1], starts[0]],
    ])
  })
})

describe('the heading of a day', () => {
  const formats = createFormats('en-US', 'America/New_York')
  const at = Date.parse('2025-10-23T14:00:00Z')
  const label = dayHeadingLabel({ at, day: formats.dayNumber(at) }, formats)

  it.each([
    ['2025-10-22T03:59:59Z', 'Thursday, October 23'],
    ['2025-10-22T04:00:00Z', 'Tomorrow'],
    ['2025-10-23T04:00:00Z', 'Today'],
    ['2025-10-24T04:00:00Z', 'Yesterday'],
    ['2025-10-25T04:00:00Z', 'Thursday, October 23'],
    ['2026-10-23T04:00:00Z', 'Thursday, October 23, 2025'],
  ])('says at %s: %s', (now, words) => {
    expect(label.at(Date.parse(now))).toBe(words)
  })

  it('changes at midnight of the viewer', () => {
    expect(label.changesAfter(Date.parse('2025-10-22T15:00:00Z'))).toBe(Date.parse('2025-10-23T04:00:00Z'))
  })
})
