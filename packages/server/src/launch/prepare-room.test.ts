import { describe, expect, it } from 'vitest'
import { BOOKING_ID, world } from '../../test/world.ts'
import type { RoomPlan } from '../index.ts'
import { fakeVideo } from '../testing/index.ts'

function rooms(createRoom: (plan: RoomPlan) => Promise<void> = async () => {}) {
  const plans: RoomPlan[] = []
  const video = {
    ...fakeVideo(),
    createRoom: (plan: RoomPlan) => {
      plans.push(plan)
      return createRoom(plan)
    },
  }
  return { plans, video }
}

describe('the room of a meeting', () => {
  it('is made by the launch that begins it, with a time limit from the booking and an address for news', async () => {
    const { plans, video } = rooms()
    const options = { rooms: { maxParticipants: 4 }, publicUrl: 'https://app.example.com/x/' }
    const { post } = world({ video, time: '13:50:00', ...options })
    await post('/launch-video')
    await post('/launch-video', 'host')
    expect(plans).toEqual([
      {
        roomName: `meeting_${BOOKING_ID}`,
        // Until 16:00, the end plus an hour.
        maxParticipantSeconds: 130 * 60,
        maxParticipants: 4,
        statusCallbackUrl: 'https://app.example.com/x/api/meetings/twilio/status-callback',
      },
    ])
  })

  it('is made again when everybody had left and somebody comes back', async () => {
    const { plans, video } = rooms()
    const { post } = world({ video, rooms: {} })
    await post('/launch-video')
    await post('/leave-video')
    await post('/launch-video')
    expect(plans.map(({ roomName }) => roomName)).toEqual([`meeting_${BOOKING_ID}`, `meeting_${BOOKING_ID}`])
  })

  it('is made by the first one in, when the meeting is in progress with nobody in it', async () => {
    const { plans, video } = rooms()
    const { post } = world({ video, rooms: {}, booking: { status: 'in_progress' } })
    await post('/launch-video')
    await post('/launch-video')
    await post('/launch-video', 'host')
    expect(plans).toHaveLength(1)
  })

  it('is left to the room service unless the host asks for it', async () => {
    const { plans, video } = rooms()
    await world({ video }).post('/launch-video')
    expect(plans).toEqual([])
  })

  it('that cannot be made lets nobody in, and leaves nothing behind', async () => {
    const { video } = rooms(() => Promise.reject(new Error('429')))
    const { post, store } = world({ video, rooms: {} })
    const response = await post('/launch-video')
    expect([response.status, (await response.json()).code]).toEqual([502, 'VIDEO_UNAVAILABLE'])
    expect(store.get(BOOKING_ID)?.status).toBe('confirmed')
  })

  it('is made while the token is signed, not before or after', async () => {
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const { video } = rooms(() => gate)
    const { post } = world({
      rooms: {},
      video: {
        ...video,
        issueToken: async (grant) => {
          open()
          return fakeVideo().issueToken(grant)
        },
      },
    })
    expect((await post('/launch-video')).status).toBe(200)
  })
})
