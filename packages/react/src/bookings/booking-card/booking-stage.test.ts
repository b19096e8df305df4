import { describe, expect, it } from 'vitest'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { bookingStage } from './booking-stage.ts'

const NOW = Date.parse('2025-10-22T18:00:00.000Z')
const minutes = (count: number) => NOW + count * 60_000
const booking = sampleBooking(NOW, { startsInMinutes: 30 })

describe('the stage of a booking', () => {
  it.each([
    [14.99, 'ahead'],
    [15, 'soon'],
    [29.99, 'soon'],
    [30, 'live'],
    [59.99, 'live'],
    [60, 'past'],
  ])('is after %s minutes: %s', (passed, stage) => {
    expect(bookingStage(booking).at(minutes(passed))).toBe(stage)
  })

  it('is live as soon as somebody is in the room', () => {
    expect(bookingStage({ ...booking, status: 'in_progress' }).at(minutes(16))).toBe('live')
  })

  it('stays live while the window is open after the end', () => {
    const joinWindow = { ...booking.joinWindow, closesAt: new Date(minutes(70)).toISOString() }
    expect(bookingStage({ ...booking, joinWindow }).at(minutes(65))).toBe('live')
    expect(bookingStage({ ...booking, joinWindow }).at(minutes(70))).toBe('past')
  })

  it('tells when it changes, and that a settled booking never does', () => {
    const stage = bookingStage(booking)
    expect([0, 15, 30, 60].map((passed) => stage.changesAfter(minutes(passed)))).toEqual([
      minutes(15),
      minutes(30),
      minutes(60),
      null,
    ])
    expect(bookingStage({ ...booking, status: 'cancelled' }).changesAfter(NOW)).toBeNull()
  })
})
