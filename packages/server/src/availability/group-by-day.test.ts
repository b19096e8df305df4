import { describe, expect, it } from 'vitest'
import { groupByDay, timeRangeOf } from './group-by-day.ts'

const slotAt = (time: string) => ({ start: Date.parse(time) })

describe('slots grouped by day', () => {
  it('has every date of the range, free or not, and drops what lies outside', () => {
    const slots = ['2026-11-22T10:00Z', '2026-11-23T10:00Z', '2026-11-25T10:00Z', '2026-11-26T10:00Z'].map(
      slotAt,
    )
    const range = { from: '2026-11-23', to: '2026-11-25', timeZone: 'UTC' }
    expect(groupByDay(slots, range)).toEqual([
      { date: '2026-11-23', slots: [slots[1]] },
      { date: '2026-11-24', slots: [] },
      { date: '2026-11-25', slots: [slots[2]] },
    ])
  })

  it('goes by the clock of the viewer, up to 14 hours ahead and 11 behind', () => {
    const slots = ['2026-11-23T09:30Z', '2026-11-23T10:30Z', '2026-11-23T11:30Z'].map(slotAt)
    const datesIn = (timeZone: string) =>
      groupByDay(slots, { from: '2026-11-22', to: '2026-11-24', timeZone }).map((day) => day.slots.length)
    expect(datesIn('Pacific/Kiritimati')).toEqual([0, 1, 2])
    expect(datesIn('UTC')).toEqual([0, 3, 0])
    expect(datesIn('Pacific/Pago_Pago')).toEqual([2, 1, 0])
  })

  it('keeps both slots of a wall time that comes twice', () => {
    const slots = ['2026-10-25T00:30Z', '2026-10-25T01:30Z'].map(slotAt)
    const range = { from: '2026-10-25', to: '2026-10-25', timeZone: 'Europe/Berlin' }
    expect(groupByDay(slots, range)).toEqual([{ date: '2026-10-25', slots }])
  })
})

describe('the time of a range of dates', () => {
  const timeOf = (from: string, to: string, timeZone: string) => {
    const { start, end } = timeRangeOf({ from, to, timeZone })
    return [new Date(start).toISOString(), new Date(end).toISOString()]
  }

  it('goes from the first midnight to the one after the last date', () => {
    expect(timeOf('2026-11-23', '2026-11-24', 'Asia/Kathmandu')).toEqual([
      '2026-11-22T18:15:00.000Z',
      '2026-11-24T18:15:00.000Z',
    ])
  })

  it('begins after a midnight that is skipped, and has both hours of one that is repeated', () => {
    // Cairo, April 24, 2026: from 00:00 to 01:00; October 29: from 24:00 back to 23:00.
    expect(timeOf('2026-04-24', '2026-04-24', 'Africa/Cairo')).toEqual([
      '2026-04-23T22:00:00.000Z',
      '2026-04-24T21:00:00.000Z',
    ])
    expect(timeOf('2026-10-29', '2026-10-29', 'Africa/Cairo')).toEqual([
      '2026-10-28T21:00:00.000Z',
      '2026-10-29T22:00:00.000Z',
    ])
  })

  it('has all of a date to which the clocks go back', () => {
    // St. John's, 2010: from 00:01 on November 7 back to 23:01 on the 6th.
    expect(timeOf('2010-11-06', '2010-11-06', 'America/St_Johns')).toEqual([
      '2010-11-06T02:30:00.000Z',
      '2010-11-07T03:30:00.000Z',
    ])
  })

  it('is empty for a date that a zone left out', () => {
    // Samoa moved across the date line: December 30, 2011 never was.
    const [start, end] = timeOf('2011-12-30', '2011-12-30', 'Pacific/Apia')
    expect(start).toBe('2011-12-30T10:00:00.000Z')
    expect(end).toBe(start)
  })
})
