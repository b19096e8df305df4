import { describe, expect, it } from 'vitest'
import { BOOKING_ID, world } from '../../test/world.ts'

describe('leaving a meeting', () => {
  it('completes it when the last one leaves, and reopens it until its end', async () => {
    const { post, at } = world()
    await post('/launch-video', 'host')
    await post('/launch-video', 'customer')
    expect(await (await post('/leave-video', 'host')).json()).toEqual({
      bookingId: BOOKING_ID,
      status: 'in_progress',
    })
    expect(await (await post('/leave-video')).json()).toEqual({ bookingId: BOOKING_ID, status: 'completed' })
    at('14:59:59.999')
    expect((await post('/launch-video')).status).toBe(200)
    await post('/leave-video')
    at('15:00:00')
    expect((await post('/launch-video')).status).toBe(410)
  })

  it('confirms it again when somebody waited alone and left before the start', async () => {
    const { post, at } = world({ time: '13:50:00' })
    await post('/launch-video')
    at('13:59:59.999')
    expect(await (await post('/leave-video')).json()).toMatchObject({ status: 'confirmed' })
  })

  it('can be said twice', async () => {
    const { post } = world()
    await post('/launch-video')
    const first = await (await post('/leave-video')).text()
    expect(await (await post('/leave-video')).text()).toBe(first)
  })

  it('is still possible after the end', async () => {
    const { post, at } = world()
    await post('/launch-video')
    at('15:20:00')
    expect(await (await post('/leave-video')).json()).toMatchObject({ status: 'completed' })
  })

  it('is nothing a stranger can do for others', async () => {
    const { post, store } = world()
    await post('/launch-video')
    expect((await post('/leave-video', 'stranger')).status).toBe(404)
    expect(store.get(BOOKING_ID)?.status).toBe('in_progress')
  })
})
