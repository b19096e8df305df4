import { describe, expect, it } from 'vitest'
import { BOOKING_ID, USERS, world } from '../../test/world.ts'

describe('refreshing a token', () => {
  it('gives a new token for the same room, and the people known by now', async () => {
    const { post, at, video } = world()
    await post('/launch-video')
    await post('/launch-video', 'guest')
    at('14:50:00')
    const response = await post('/refresh-token')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      token: 'fake-token-3',
      expiresAt: '2026-11-22T15:50:00.000Z',
      serverTime: '2026-11-22T14:50:00.000Z',
      participants: [
        { identity: USERS.host.id, name: 'Hana Host', role: 'host' },
        { identity: USERS.customer.id, name: 'Carl Customer', role: 'customer' },
        { identity: USERS.guest.id, name: 'Lou Guest', role: 'guest' },
      ],
    })
    expect(video.grants[2]).toMatchObject({ identity: USERS.customer.id })
  })

  it.each([
    ['15:30:00.000', 200, 1800],
    ['15:59:59.000', 200, 1],
    ['15:59:59.001', 410, undefined],
    ['16:00:00.000', 410, undefined],
  ])('lets a call that runs over go on: at %s it answers %i', async (time, status, ttl) => {
    const { post, at, video } = world()
    await post('/launch-video')
    at(time)
    expect((await post('/refresh-token')).status).toBe(status)
    expect(video.grants[1]?.ttlSeconds).toBe(ttl)
  })

  it('is no way around the join window for somebody who has not joined', async () => {
    const { post, at } = world({ time: '09:00:00' })
    await post('/launch-video', 'admin')
    expect((await post('/refresh-token', 'customer')).status).toBe(409)
    at('14:00:00')
    expect((await post('/refresh-token', 'customer')).status).toBe(200)
    at('15:00:00')
    expect((await post('/refresh-token', 'customer')).status).toBe(410)
    expect((await post('/refresh-token', 'admin')).status).toBe(200)
  })

  it('is no way back into a call that runs over for somebody who has left', async () => {
    const { post, at } = world()
    await post('/launch-video', 'host')
    await post('/launch-video', 'customer')
    at('14:30:00')
    await post('/leave-video', 'customer')
    at('14:59:59')
    expect((await post('/refresh-token', 'customer')).status).toBe(200)
    at('15:00:00')
    const refused = await post('/refresh-token', 'customer')
    expect([refused.status, refused.headers.get('x-meetings-error')]).toEqual([410, 'BOOKING_ENDED'])
    expect((await post('/refresh-token', 'host')).status).toBe(200)
  })

  it('brings somebody back into a call that runs over when only their connection was lost', async () => {
    const { post, at, store, clock } = world()
    await post('/launch-video', 'host')
    await post('/launch-video', 'customer')
    at('15:30:00')
    await store.settle({
      type: 'disconnected',
      bookingId: BOOKING_ID,
      roomId: 'RM1',
      connectionId: 'PA1',
      identity: USERS.customer.id,
      at: clock.now(),
    })
    expect((await post('/refresh-token', 'customer')).status).toBe(200)
  })

  it('exempts an admin from the window, also one who takes part', async () => {
    const { post } = world({ time: '09:00:00', isAdmin: (user) => user.id === USERS.host.id })
    expect((await post('/refresh-token', 'host')).status).toBe(200)
    expect((await post('/refresh-token', 'customer')).status).toBe(409)
  })

  it.each([
    ['cancelled', 'BOOKING_CANCELLED'],
    ['completed', 'BOOKING_ENDED'],
  ] as const)('refuses a %s meeting, whose room would come back to life', async (status, code) => {
    const { post, store } = world()
    await post('/launch-video')
    const booking = store.get('0b000000-0000-4000-8000-000000000001')
    if (booking) store.put({ ...booking, status })
    const response = await post('/refresh-token')
    expect([response.status, response.headers.get('x-meetings-error')]).toEqual([410, code])
  })

  it('refuses strangers and admins of another organisation', async () => {
    const { post } = world()
    await post('/launch-video')
    expect((await post('/refresh-token', 'stranger')).status).toBe(404)
    expect((await post('/refresh-token', 'otherAdmin')).status).toBe(404)
  })
})
