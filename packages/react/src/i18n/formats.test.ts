import { describe, expect, it } from 'vitest'
import { createFormats } from './formats.ts'

const at = (iso: string) => Date.parse(iso)

describe('the formats', () => {
  const english = createFormats('en-US', 'America/New_York')

  it('write date and time in the zone of the viewer, with plain spaces', () => {
    expect(english.date('2025-10-22T18:00:00Z')).toBe('Oct 22, 2025')
    expect(english.time('2025-10-22T18:00:00Z')).toBe('2:00 PM')
  })

  it('write a day in full, with the year only when it is another one', () => {
    const now = at('2025-10-22T18:00:00Z')
    expect(english.dayInFull(at('2025-10-23T18:00:00Z'), now)).toBe('Thursday, October 23')
    expect(english.dayInFull(at('2026-01-02T18:00:00Z'), now)).toBe('Friday, January 2, 2026')
    expect(createFormats('en-GB', 'UTC').dayInFull(at('2025-10-23T18:00:00Z'), now)).toBe(
      'Thursday 23 October',
    )
  })

  it('name the days around today as a heading would', () => {
    expect([-1, 0, 1].map(english.dayFromToday)).toEqual(['Yesterday', 'Today', 'Tomorrow'])
    expect(createFormats('de', 'UTC').dayFromToday(0)).toBe('Heute')
  })

  it('write durations long and short', () => {
    expect([1, 15, 60, 90, 1440].map(english.duration)).toEqual([
      '1 minute',
      '15 minutes',
      '1 hour',
      '90 minutes',
      '24 hours',
    ])
    expect([0, 30, 60, 90].map(english.shortDuration)).toEqual(['0 min', '30 min', '1 hr', '1 hr 30 min'])
  })

  it('count calendar days across a change of the clocks', () => {
    // 2 November 2025 has 25 hours in New York, 9 March 2025 has 23.
    expect(
      english.dayNumber(at('2025-11-03T05:00:00Z')) - english.dayNumber(at('2025-11-02T04:00:00Z')),
    ).toBe(1)
    expect(
      english.dayNumber(at('2025-11-03T04:59:59Z')) - english.dayNumber(at('2025-11-02T04:00:00Z')),
    ).toBe(0)
    expect(
      english.dayNumber(at('2025-03-10T04:00:00Z')) - english.dayNumber(at('2025-03-09T05:00:00Z')),
    ).toBe(1)
  })

  it('count days the same way in a locale with its own calendar and digits', () => {
    const instant = at('2025-10-22T12:00:00Z')
    const days = ['ar-SA', 'fa-IR', 'th-TH', 'en-US'].map((locale) =>
      createFormats(locale, 'UTC').dayNumber(instant),
    )
    expect(new Set(days).size).toBe(1)
  })
})
