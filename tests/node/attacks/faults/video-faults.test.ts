import type { MeetingsEvent, VideoProvider } from '@meetings/server'
import { fakeVideo } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { BOOKING_ID, USERS, type Who, world } from '../../../../packages/server/test/world.ts'
import { FAULTS, type Fault, HANGS } from './fault-kinds.ts'
import { watchUncaught } from './watch-uncaught.ts'

const garbage =
  (answer: unknown): Fault['fail'] =>
  () =>
    Promise.resolve(answer as never)
const NO_TOKENS: readonly Fault[] = [
  { name: 'nothing', fail: garbage(undefined) },
  { name: 'an empty object', fail: garbage({}) },
  { name: 'an empty token', fail: garbage({ token: '', expiresAt: new Date(0) }) },
  { name: 'a token that is a number', fail: garbage({ token: 7, expiresAt: new Date(0) }) },
  { name: 'a token until never', fail: garbage({ token: 'canary-7c1f', expiresAt: new Date(Number.NaN) }) },
  { name: 'a token until a string', fail: garbage({ token: 'canary-7c1f', expiresAt: '2026' }) },
]

/** What had happened before somebody launches, and who had done it. */
const PASTS: Record<string, readonly (readonly [path: string, who: Who])[]> = {
  'nobody came': [],
  'another person is in': [['/launch-video', 'host']],
  'the person is in already': [['/launch-video', 'customer']],
  'everybody left': [
    ['/launch-video', 'host'],
    ['/launch-video', 'customer'],
    ['/leave-video', 'host'],
    ['/leave-video', 'customer'],
  ],
}

/** A server whose video provider can be told to fail. */
function faultyWorld(verb: 'issueToken' | 'endRoom' | 'createRoom' | 'removeParticipant', time = '14:10:00') {
  let fail: Fault['fail'] | null = null
  const events: MeetingsEvent[] = []
  const inner = fakeVideo()
  const call = <T>(name: string, run: () => Promise<T>) => (fail !== null && name === verb ? fail() : run())
  const video: VideoProvider = {
    issueToken: (grant) => call('issueToken', () => inner.issueToken(grant)),
    endRoom: (room) => call('endRoom', () => inner.endRoom(room)),
    createRoom: (plan) => call('createRoom', () => inner.createRoom(plan)),
    removeParticipant: (person) => call('removeParticipant', () => inner.removeParticipant(person)),
  }
  const there = world({
    time,
    video: video as never,
    rooms: {},
    timeouts: { videoMs: 40 },
    onEvent: (event) => void events.push(event),
  })
  return {
    ...there,
    events,
    breakDown: (how: Fault['fail'] | null) => {
      fail = how
    },
    state: async () => {
      const { people } = await there.meetings.api.attendance({ bookingId: BOOKING_ID }, { user: USERS.host })
      return { status: there.store.get(BOOKING_ID)?.status, people }
    },
  }
}

describe('a video provider that fails', () => {
  watchUncaught()

  describe.each(Object.entries(PASTS))('when %s', (_past, steps) => {
    it.each([...FAULTS, HANGS, ...NO_TOKENS].map((fault) => [fault.name, fault] as const))(
      'with %s instead of a token is a 502, leaves the meeting as it was, and the same launch succeeds later',
      async (_name, { fail }) => {
        const there = faultyWorld('issueToken')
        for (const [path, who] of steps) {
          expect((await there.post(path, who)).status).toBe(200)
          there.clock.advance(1)
        }
        const before = await there.state()
        there.events.length = 0
        there.breakDown(fail)
        const response = await there.post('/launch-video')
        const text = await response.text()
        expect([response.status, JSON.parse(text).code]).toEqual([502, 'VIDEO_UNAVAILABLE'])
        expect(text).not.toContain('canary')
        expect(await there.state()).toEqual(before)
        expect(there.events.map(({ type }) => type)).toEqual(['launch.refused'])
        there.breakDown(null)
        expect((await there.post('/launch-video')).status).toBe(200)
      },
    )
  })

  it.each([...FAULTS, HANGS].map((fault) => [fault.name, fault] as const))(
    'with %s instead of a room lets nobody in, and the same launch succeeds later',
    async (_name, { fail }) => {
      const there = faultyWorld('createRoom')
      there.breakDown(fail)
      const response = await there.post('/launch-video')
      expect([response.status, (await response.json()).code]).toEqual([502, 'VIDEO_UNAVAILABLE'])
      expect(await there.state()).toEqual({ status: 'confirmed', people: [] })
      there.breakDown(null)
      expect((await there.post('/launch-video')).status).toBe(200)
    },
  )

  it.each([...FAULTS, HANGS].map((fault) => [fault.name, fault] as const))(
    'with %s when a room should end has the meeting ended all the same, once, and ends the room later',
    async (_name, { fail }) => {
      const there = faultyWorld('endRoom')
      await there.post('/launch-video')
      there.breakDown(fail)
      expect((await there.post('/end-video', 'host')).status).toBe(502)
      expect((await there.state()).status).toBe('completed')
      there.breakDown(null)
      expect((await there.post('/end-video', 'host')).status).toBe(200)
      expect(there.events.filter(({ type }) => type === 'meeting.completed').length).toBe(1)
    },
  )

  it.each([...FAULTS, HANGS].map((fault) => [fault.name, fault] as const))(
    'with %s when somebody should be sent out has them removed all the same, once, and sends them out later',
    async (_name, { fail }) => {
      const there = faultyWorld('removeParticipant')
      const remove = () =>
        there.postJson('/remove-participant', { booking_id: BOOKING_ID, identity: USERS.customer.id }, 'host')
      await there.post('/launch-video')
      there.breakDown(fail)
      expect((await remove()).status).toBe(502)
      expect((await (await there.post('/launch-video')).json()).code).toBe('REMOVED_FROM_MEETING')
      there.breakDown(null)
      expect((await remove()).status).toBe(200)
      expect(there.events.filter(({ type }) => type === 'participant.removed').length).toBe(1)
    },
  )

  it('with a renewal leaves the person in, and the renewal succeeds later', async () => {
    for (const { fail } of [...FAULTS, ...NO_TOKENS]) {
      const there = faultyWorld('issueToken')
      await there.post('/launch-video')
      const before = await there.state()
      there.breakDown(fail)
      expect((await there.post('/refresh-token')).status).toBe(502)
      expect(await there.state()).toEqual(before)
      there.breakDown(null)
      expect((await there.post('/refresh-token')).status).toBe(200)
    }
  })
})
