import { createMeetings } from '@meetings/server'
import { fakeVideo, memoryStore } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { createFakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import { createCallController } from '../session/create-call-controller.ts'
import { createFakeMedia } from '../testing/fake-media.ts'
import { createFakePage } from '../testing/fake-page.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { createMeetingsClient } from './create-meetings-client.ts'
import { createModerationClient } from './create-moderation-client.ts'

const NOW = '2026-11-23T09:00:00.000Z'
const BOOKING = '00000000-0000-4000-8000-000000000001'

const booking = {
  id: BOOKING,
  organizationId: null,
  meetingTypeId: null,
  meetingTypeName: 'Consultation',
  hostId: 'ben',
  hostName: 'Ben',
  customerId: 'ana',
  customerName: 'Ana',
  customerEmail: 'ana@example.com',
  startTime: '2026-11-23T09:00:00.000Z',
  endTime: '2026-11-23T09:30:00.000Z',
  status: 'confirmed' as const,
  metadata: {},
}

/** Two people before the real handlers, without a network between; the clock of all three is one. */
function setUp() {
  const clock = createTestClock(NOW)
  const store = memoryStore({ bookings: [booking] })
  const meetings = createMeetings({
    ...{ store, video: fakeVideo(), waitingRoom: 'everyone' },
    authenticate: ({ request }) => {
      const id = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
      return { user: { id, name: id }, via: 'bearer' }
    },
    now: () => new Date(clock.now()),
  })
  let underWay = 0
  const clientOf = (id: string) =>
    createMeetingsClient({
      clock,
      getAccessToken: () => id,
      async fetch(input, init) {
        underWay += 1
        try {
          return await meetings.fetch(new Request(new URL(String(input), 'https://app.example'), init))
        } finally {
          underWay -= 1
        }
      },
    })
  const room = createFakeRoomClient()
  const ana = createCallController({
    ...{ client: clientOf('ana'), clock, devices: createFakeMedia(), page: createFakePage() },
    loadRoomClient: async () => room,
  })
  /** Until every request is answered, and what follows from the answers has had its turns. */
  const settled = async () => {
    for (let quiet = 0; quiet < 20; quiet = underWay === 0 ? quiet + 1 : 0) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return {
    ana,
    room,
    store,
    ben: clientOf('ben'),
    settled,
    pass: async (ms: number) => {
      clock.advance(ms)
      await settled()
    },
    phase: () => ana.getState().session.phase,
  }
}

async function waiting() {
  const world = setUp()
  await world.ben.launchVideo(BOOKING)
  await world.ana.launch(BOOKING)
  const hosting = createModerationClient(world.ben.send)
  const [person] = await hosting.readModeration(BOOKING).then((read) => (read.ok ? read.value.waiting : []))
  return { ...world, hosting, person, identity: person?.identity ?? '' }
}

describe('the waiting room of the real server', () => {
  it('holds somebody until the host admits them', async () => {
    const { phase, hosting, person, identity, pass, room } = await waiting()
    expect([phase(), person]).toMatchObject(['waiting', { name: 'Ana', role: 'customer' }])
    await pass(5_000)
    expect(phase()).toBe('waiting')
    await hosting.admitParticipant(BOOKING, identity)
    await pass(5_000)
    expect([phase(), room.requests.length]).toEqual(['connected', 1])
  })

  it('turns away whom the host refuses, until they are let back in', async () => {
    const { phase, hosting, identity, pass, ana, settled } = await waiting()
    await hosting.removeParticipant(BOOKING, identity)
    await pass(5_000)
    expect(ana.getState().session).toMatchObject({
      phase: 'turned-away',
      problem: { code: 'REMOVED_FROM_MEETING' },
    })
    await hosting.readmitParticipant(BOOKING, identity)
    await ana.launch(BOOKING)
    await settled()
    expect(['waiting', 'connected']).toContain(phase())
  })

  it('says so when the meeting is ended while somebody waits', async () => {
    const { hosting, pass, ana } = await waiting()
    await hosting.endVideo(BOOKING)
    await pass(5_000)
    expect(ana.getState().session).toMatchObject({ phase: 'turned-away', problem: { code: 'BOOKING_ENDED' } })
  })

  it('keeps whoever waits waiting while it is locked, and admits them all the same', async () => {
    const { hosting, identity, pass, ana, phase } = await waiting()
    await hosting.lockMeeting(BOOKING, true)
    await pass(5_000)
    expect(ana.getState().session).toMatchObject({ phase: 'waiting', until: 'unlocked' })
    await hosting.admitParticipant(BOOKING, identity)
    await pass(5_000)
    expect(phase()).toBe('connected')
  })

  it('forgets whoever left it: the meeting of the others goes on', async () => {
    const { ana, hosting, pass, store, settled } = await waiting()
    await ana.leave()
    await settled()
    await pass(31_000)
    const read = await hosting.readModeration(BOOKING)
    expect(read.ok && read.value.waiting).toEqual([])
    expect(store.get(BOOKING)?.status).toBe('in_progress')
  })
})
