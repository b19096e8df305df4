import { describe, expect, it } from 'vitest'
import { createMemoryClient } from './memory-client.ts'
import { createMemoryModeration } from './memory-moderation.ts'
import { sampleBooking } from './sample-booking.ts'
import { createTestClock } from './test-clock.ts'

const LOU = { identity: 'lou', name: 'Lou', role: 'guest' } as const

function setUp(viewerRole: 'host' | 'customer' = 'host') {
  const clock = createTestClock()
  const booking = { ...sampleBooking(clock.now()), viewerRole }
  const client = createMemoryClient({ clock, bookings: [booking] })
  return { id: booking.id, client, hosting: createMemoryModeration({ clock, client, people: [LOU] }) }
}

describe('moderation in memory', () => {
  it('keeps what was decided', async () => {
    const { id, hosting } = setUp()
    hosting.setWaiting(id, [LOU, { ...LOU, identity: 'kim', name: 'Kim' }])
    await hosting.lockMeeting(id, true)
    await hosting.admitParticipant(id, 'kim')
    const removed = await hosting.removeParticipant(id, 'lou')
    expect(removed).toMatchObject({ ok: true, value: { isLocked: true, waiting: [], removed: [LOU] } })
    await hosting.readmitParticipant(id, 'lou')
    expect(await hosting.readModeration(id)).toMatchObject({ value: { isLocked: true, removed: [] } })
    expect(hosting.calls.map(({ verb, about }) => [verb, about])).toEqual([
      ['lockMeeting', true],
      ['admitParticipant', 'kim'],
      ['removeParticipant', 'lou'],
      ['readmitParticipant', 'lou'],
      ['readModeration', undefined],
    ])
  })

  it('is for hosts, and fails when a test says so', async () => {
    const { id, hosting } = setUp('customer')
    expect(await hosting.lockMeeting(id, true)).toMatchObject({ problem: { code: 'ACTION_FORBIDDEN' } })
    expect(await hosting.lockMeeting('other', true)).toMatchObject({ problem: { code: 'BOOKING_NOT_FOUND' } })
    const host = setUp()
    host.hosting.failNext('lockMeeting', { code: 'STORE_UNAVAILABLE' })
    expect(await host.hosting.lockMeeting(host.id, true)).toMatchObject({
      problem: { code: 'STORE_UNAVAILABLE' },
    })
    expect(await host.hosting.lockMeeting(host.id, true)).toMatchObject({ ok: true })
  })

  it('ends the booking for everybody', async () => {
    const { id, client, hosting } = setUp()
    expect(await hosting.endVideo(id)).toMatchObject({ ok: true, value: { status: 'completed' } })
    expect(client.getBookings()[0]?.status).toBe('completed')
  })
})
