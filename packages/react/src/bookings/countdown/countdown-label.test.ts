import { describe, expect, it } from 'vitest'
import { deBookings } from '../../i18n/de/bookings.ts'
import { enBookings } from '../../i18n/en/bookings.ts'
import { createFormats } from '../../i18n/formats.ts'
import { countdownLabel } from './countdown-label.ts'

const formats = createFormats('en-US', 'America/New_York')
const meeting = {
  startTime: '2025-10-22T18:00:00.000Z',
  endTime: '2025-10-22T18:30:00.000Z',
  status: 'confirmed',
} as const

const at = (time: string) => Date.parse(time.includes('T') ? time : `2025-10-22T${time}Z`)
const label = countdownLabel(meeting, formats, enBookings)

describe('the countdown', () => {
  it.each([
    // Days are those of the viewer: at 20:00 in New York on the 20th, the 22nd is two days away.
    ['2025-10-21T00:00:00Z', 'Starts in 2 days'],
    ['2025-10-21T04:00:00Z', 'Starts in 1 day'],
    ['2025-10-21T17:59:59.999Z', 'Starts in 1 day'],
    ['2025-10-21T18:00:00Z', 'Starts in 24 hours'],
    ['15:30:00.000', 'Starts in 2 hours'],
    ['16:29:59.999', 'Starts in 2 hours'],
    ['16:30:00.000', 'Starts in 90 minutes'],
    ['17:55:00.000', 'Starts in 5 minutes'],
    ['17:55:59.999', 'Starts in 5 minutes'],
    ['17:56:00.000', 'Starts in 4 minutes'],
    ['17:59:59.999', 'Starts in 1 minute'],
    ['18:00:00.000', 'Starts now'],
    ['18:00:59.999', 'Starts now'],
    ['18:01:00.000', 'Started 1 minute ago'],
    ['18:03:59.999', 'Started 3 minutes ago'],
    ['18:19:59.999', 'Started 19 minutes ago'],
    ['18:20:00.000', 'Ends in 10 minutes'],
    ['18:28:00.000', 'Ends in 2 minutes'],
    ['18:29:59.999', 'Ends in 1 minute'],
    ['18:30:00.000', null],
  ])('says at %s: %s', (time, words) => {
    expect(label.at(at(time))).toBe(words)
  })

  it('announces its next change exactly: nothing changes before, something does then', () => {
    let now = at('2025-10-18T11:11:11.111Z')
    const seen: (string | null)[] = [label.at(now)]
    for (let next = label.changesAfter(now); next !== null; next = label.changesAfter(now)) {
      expect(next).toBeGreaterThan(now)
      expect(label.at(next - 1)).toBe(seen.at(-1))
      now = next
      seen.push(label.at(now))
    }
    expect(seen.at(-1)).toBeNull()
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('says how long a long meeting has been on, in hours', () => {
    const long = countdownLabel({ ...meeting, endTime: '2025-10-22T22:00:00.000Z' }, formats, enBookings)
    expect(long.at(at('19:29:59'))).toBe('Started 89 minutes ago')
    expect(long.at(at('19:30:00'))).toBe('Started 1 hour ago')
    expect(long.at(at('20:00:00'))).toBe('Started 2 hours ago')
  })

  it('counts a short meeting down from its middle', () => {
    const short = countdownLabel({ ...meeting, endTime: '2025-10-22T18:10:00.000Z' }, formats, enBookings)
    expect(short.at(at('18:04:59'))).toBe('Started 4 minutes ago')
    expect(short.at(at('18:05:00'))).toBe('Ends in 5 minutes')
  })

  it.each(['cancelled', 'completed'] as const)('is silent about a meeting that is %s', (status) => {
    const settled = countdownLabel({ ...meeting, status }, formats, enBookings)
    expect(settled.at(at('17:55:00'))).toBeNull()
    expect(settled.changesAfter(at('17:55:00'))).toBeNull()
  })

  it('puts the words in the order of the language', () => {
    const german = countdownLabel(meeting, createFormats('de', 'UTC'), deBookings)
    expect(german.at(at('17:55:00'))).toBe('Beginnt in 5 Minuten')
    expect(german.at(at('18:03:00'))).toBe('Hat vor 3 Minuten begonnen')
  })
})
