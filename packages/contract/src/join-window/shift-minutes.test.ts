import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shiftMinutes } from './shift-minutes.ts'

const instants = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9998-12-31') })
const minutes = fc.integer({ min: -10_080, max: 10_080 })

describe('shifting an instant by minutes', () => {
  it('says what a date says', () => {
    fc.assert(
      fc.property(instants, minutes, (instant, by) => {
        const expected = new Date(instant.getTime() + by * 60_000).toISOString()
        expect(shiftMinutes(instant.toISOString(), by)).toBe(expected)
      }),
    )
  })

  it.each([
    ['2026-11-22T00:00:00.000Z', -1, '2026-11-21T23:59:00.000Z'],
    ['2026-11-22T23:59:00.000Z', 1, '2026-11-23T00:00:00.000Z'],
    ['2026-11-22T09:05:30.123Z', 4, '2026-11-22T09:09:30.123Z'],
  ])('takes %s by %i minutes to %s', (iso, by, expected) => {
    expect(shiftMinutes(iso, by)).toBe(expected)
  })

  it.each(['2026-11-22T14:00:00Z', '2026-11-22T15:00:00+01:00', '2026-11-22 14:00:00.000Z'])(
    'reads %s too',
    (iso) => {
      expect(shiftMinutes(iso, -15)).toBe('2026-11-22T13:45:00.000Z')
    },
  )
})
