import { describe, expect, it } from 'vitest'
import { joinStatus } from './join-status.ts'
import { joinWindow } from './join-window.ts'

const meeting = { startTime: '2026-11-22T14:00:00.000Z', endTime: '2026-11-22T14:30:00.000Z' }
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`)

describe('the join window', () => {
  it('opens 15 minutes before the start and closes at the end', () => {
    expect(joinWindow(meeting)).toEqual({
      opensAt: '2026-11-22T13:45:00.000Z',
      closesAt: '2026-11-22T14:30:00.000Z',
    })
  })

  it('follows the policy it is given', () => {
    expect(joinWindow(meeting, { opensMinutesBefore: 5, closesMinutesAfter: 10 })).toEqual({
      opensAt: '2026-11-22T13:55:00.000Z',
      closesAt: '2026-11-22T14:40:00.000Z',
    })
  })

  it.each([
    ['13:44:59.999', 'early'],
    ['13:45:00.000', 'open'],
    ['14:29:59.999', 'open'],
    ['14:30:00.000', 'over'],
  ] as const)('says at %s that a customer is %s', (time, status) => {
    expect(joinStatus(joinWindow(meeting), at(time), 'customer')).toBe(status)
  })

  it('is never too early for an admin', () => {
    expect(joinStatus(joinWindow(meeting), at('03:00:00.000'), 'admin')).toBe('open')
  })

  it('is over for an admin too', () => {
    expect(joinStatus(joinWindow(meeting), at('14:30:00.000'), 'admin')).toBe('over')
  })
})
