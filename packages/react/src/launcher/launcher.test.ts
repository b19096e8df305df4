import { joinWindow } from '@meetings/contract'
import { describe, expect, it } from 'vitest'
import { createFormats } from '../i18n/formats.ts'
import { canJoinMeeting } from './can-join-meeting.ts'
import { timeUntilMeeting } from './time-until-meeting.ts'

const times = { startTime: '2026-11-23T09:00:00.000Z', endTime: '2026-11-23T09:30:00.000Z' }
const START = Date.parse(times.startTime)
const MINUTE = 60_000
const booking = { joinWindow: joinWindow(times), viewerRole: 'customer', status: 'confirmed' } as const

describe('a join click makes sense', () => {
  it.each([
    ['15 minutes before the start', -15 * MINUTE, true],
    ['not a moment sooner', -15 * MINUTE - 1, false],
    ['until the end', 30 * MINUTE - 1, true],
    ['not at the end', 30 * MINUTE, false],
  ])('%s', (_when, offset, expected) => {
    expect(canJoinMeeting(booking, START + offset)).toBe(expected)
  })

  it('earlier for an admin, never for a cancelled meeting, again for one that everybody left', () => {
    expect(canJoinMeeting({ ...booking, viewerRole: 'admin' }, START - 600 * MINUTE)).toBe(true)
    expect(canJoinMeeting({ ...booking, status: 'cancelled' }, START)).toBe(false)
    expect(canJoinMeeting({ ...booking, status: 'completed' }, START)).toBe(true)
  })
})

describe('the time until a meeting', () => {
  it.each([
    [3 * 24 * 60, 'in 3 days'],
    [120, 'in 2 hours'],
    [60, 'in 1 hour'],
    [59, 'in 59 minutes'],
    [4.2, 'in 5 minutes'],
    [0.1, 'in 1 minute'],
    [-0.1, '1 minute ago'],
    [-3.9, '3 minutes ago'],
    [-90, '2 hours ago'],
  ])('%d minutes before is "%s"', (minutes, label) => {
    const now = START - minutes * MINUTE
    expect(timeUntilMeeting(times, now, createFormats('en', 'UTC'))).toEqual({ ms: minutes * MINUTE, label })
  })

  it('is written in the viewer’s language', () => {
    const { label } = timeUntilMeeting(times, START - 5 * MINUTE, createFormats('de', 'UTC'))
    expect(label).toBe('in 5 Minuten')
  })
})
