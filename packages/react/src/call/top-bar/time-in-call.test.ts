import { describe, expect, it } from 'vitest'
import { enCall } from '../../i18n/en/call.ts'
import { createFormats } from '../../i18n/formats.ts'
import { elapsedText, isNearlyOver, timeLeftText } from './time-in-call.ts'

const MINUTE = 60_000
const { shortDuration } = createFormats('en-US', 'UTC')

describe('the time in a call', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [59 * MINUTE + 59_000, '59:59'],
    [60 * MINUTE, '1:00:00'],
    [3 * 60 * MINUTE + 7 * MINUTE + 5_000, '3:07:05'],
    [-5_000, '0:00'],
  ])('after %i ms reads %s', (ms, text) => {
    expect(elapsedText(ms)).toBe(text)
  })

  it.each([
    [30 * MINUTE, '30 min left'],
    [29 * MINUTE + 1, '30 min left'],
    [90 * MINUTE, '1 hr 30 min left'],
    [MINUTE, '1 min left'],
    [MINUTE - 1, 'Less than a minute left'],
    [0, 'The scheduled time is over'],
    [-1, 'The scheduled time is over'],
  ])('with %i ms left says "%s"', (ms, text) => {
    expect(timeLeftText(ms, shortDuration, enCall)).toBe(text)
  })

  it('is nearly over in the last five minutes', () => {
    expect([5 * MINUTE + 1, 5 * MINUTE, -1].map(isNearlyOver)).toEqual([false, true, true])
  })
})
