import { describe, expect, it } from 'vitest'
import { BOOKING_ID, world } from '../../test/world.ts'
import { fakeVideo } from '../testing/index.ts'

describe('ending a meeting for everybody', () => {
  it.each(['host', 'admin'] as const)('is up to the %s', async (who) => {
    const { post, store } = world()
    await post('/launch-video')
    const response = await post('/end-video', who)
    expect([response.status, await response.json()]).toEqual([
      200,
      { bookingId: BOOKING_ID, status: 'completed' },
    ])
    expect(store.get(BOOKING_ID)).toMatchObject({ status: 'completed', metadata: { endedForAll: true } })
  })

  it.each(['customer', 'guest'] as const)('is not up to the %s', async (who) => {
    const { post, store } = world()
    await post('/launch-video')
    const response = await post('/end-video', who)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      code: 'ACTION_FORBIDDEN',
      error: 'Only the host of this meeting can do that.',
    })
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
  })

  it.each(['stranger', 'otherAdmin', 'homeless', 'unverified'] as const)(
    'tells %s the same as for a meeting that does not exist',
    async (who) => {
      const { post } = world()
      await post('/launch-video')
      expect((await (await post('/end-video', who)).json()).code).toBe('BOOKING_NOT_FOUND')
    },
  )

  it('keeps everybody out from then on', async () => {
    const { post } = world()
    await post('/launch-video')
    await post('/launch-video', 'host')
    await post('/end-video', 'host')
    for (const path of ['/launch-video', '/refresh-token']) {
      expect((await (await post(path)).json()).code).toBe('BOOKING_ENDED')
    }
    expect(await (await post('/leave-video')).json()).toEqual({ bookingId: BOOKING_ID, status: 'completed' })
  })

  it('closes a meeting for good that everybody had left', async () => {
    const { post } = world()
    await post('/launch-video', 'host')
    await post('/leave-video', 'host')
    expect((await post('/end-video', 'host')).status).toBe(200)
    expect((await (await post('/launch-video')).json()).code).toBe('BOOKING_ENDED')
  })

  it('is refused before anybody was in: that is what cancelling is for', async () => {
    const { post, store } = world()
    const response = await post('/end-video', 'host')
    expect([response.status, (await response.json()).error]).toEqual([
      403,
      'This meeting has not begun. Cancel it instead.',
    ])
    expect(store.get(BOOKING_ID)?.status).toBe('confirmed')
  })

  it('says so when it was cancelled', async () => {
    const { post } = world({ booking: { status: 'cancelled' } })
    expect((await (await post('/end-video', 'host')).json()).code).toBe('BOOKING_CANCELLED')
  })

  it('closes the room after the booking, and can be repeated when the room service was down', async () => {
    const closed: [string, string | undefined][] = []
    let isDown = true
    const video = {
      ...fakeVideo(),
      endRoom: async (roomName: string) => {
        closed.push([roomName, there.store.get(BOOKING_ID)?.status])
        if (isDown) throw new Error('503')
      },
    }
    const there = world({ video })
    await there.post('/launch-video', 'host')
    const failed = await there.post('/end-video', 'host')
    expect([failed.status, (await failed.json()).code]).toEqual([502, 'VIDEO_UNAVAILABLE'])
    expect((await there.post('/launch-video')).status).toBe(410)
    isDown = false
    expect((await there.post('/end-video', 'host')).status).toBe(200)
    const room = `meeting_${BOOKING_ID}`
    expect(closed).toEqual([
      [room, 'completed'],
      [room, 'completed'],
    ])
  })
})
