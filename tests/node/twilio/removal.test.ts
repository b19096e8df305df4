import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMeetings, type MeetingsHandler, type MeetingsUser } from '@meetings/server'
import { toNodeHandler } from '@meetings/server/node'
import { memoryStore } from '@meetings/server/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BOOKING, BOOKING_ID, USERS } from '../../../packages/server/test/world.ts'
import { joinSignaling } from './join-signaling.ts'
import { startTwilio } from './start-twilio.ts'

const ROOM = `meeting_${BOOKING_ID}`
type Name = 'host' | 'guest'

/** The whole server on a local Twilio that tells it what happens in its rooms. */
async function setUp() {
  const { emulator, video, rooms } = await startTwilio()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const store = memoryStore({ bookings: [BOOKING] })
  const meetings = createMeetings<MeetingsUser>({
    ...{ store, video, rooms: {} },
    publicUrl: `http://127.0.0.1:${port}`,
    authenticate: ({ request }) => ({
      user: USERS[(request.headers.get('authorization') ?? '') as Name],
      via: 'bearer',
    }),
    // The tokens are for Twilio's clock, the meeting for ours.
    now: () => new Date('2026-11-22T14:10:00Z'),
    logger: { error: () => {}, warn: () => {} },
  })
  server.on('request', toNodeHandler({ ...meetings, fetch: meetings.fetch as MeetingsHandler }))
  const post = async (path: string, as: Name, more: object = {}) => {
    const response = await meetings.fetch(
      new Request(`http://127.0.0.1:${port}/api/meetings${path}`, {
        method: 'POST',
        headers: { authorization: as, 'content-type': 'application/json' },
        body: JSON.stringify({ booking_id: BOOKING_ID, ...more }),
      }),
    )
    return { status: response.status, body: await response.json() }
  }
  return {
    post,
    join: (token: string) => joinSignaling(emulator, token, ROOM),
    present: async () => {
      const people = await rooms(ROOM).participants.list({ status: 'connected' })
      return people.map(({ identity }) => identity).sort()
    },
    whoIsIn: async () => {
      const { people } = await meetings.api.attendance({ bookingId: BOOKING_ID }, { user: USERS.host })
      return people.filter(({ leftAt }) => leftAt === null).map(({ userId }) => userId)
    },
  }
}

describe('somebody whom the host removed', () => {
  it('is out of the room at once', async () => {
    const { post, join, present } = await setUp()
    await join((await post('/launch-video', 'host')).body.token)
    await join((await post('/launch-video', 'guest')).body.token)
    expect(await present()).toEqual([USERS.host.id, USERS.guest.id])
    expect((await post('/remove-participant', 'host', { identity: USERS.guest.id })).status).toBe(200)
    expect(await present()).toEqual([USERS.host.id])
  })

  it('is out again as soon as the room tells of them, token or not', async () => {
    const { post, join, present, whoIsIn } = await setUp()
    await join((await post('/launch-video', 'host')).body.token)
    const { token } = (await post('/launch-video', 'guest')).body
    await post('/remove-participant', 'host', { identity: USERS.guest.id })
    // Twilio cannot take a token back: it still opens the room.
    await join(token)
    await vi.waitFor(async () => expect(await present()).toEqual([USERS.host.id]), { timeout: 5_000 })
    expect(await whoIsIn()).toEqual([USERS.host.id])
    expect((await post('/launch-video', 'guest')).body.code).toBe('REMOVED_FROM_MEETING')
  })

  it('is in again after they were readmitted', async () => {
    const { post, join, present } = await setUp()
    await join((await post('/launch-video', 'host')).body.token)
    await post('/launch-video', 'guest')
    const about = { identity: USERS.guest.id }
    await post('/remove-participant', 'host', about)
    await post('/readmit-participant', 'host', about)
    await join((await post('/launch-video', 'guest')).body.token)
    expect(await present()).toEqual([USERS.host.id, USERS.guest.id])
  })
})
