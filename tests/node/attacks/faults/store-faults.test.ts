import type { BookingStore } from '@meetings/server'
import { type MemoryStore, memoryStore } from '@meetings/server/testing'
import { describe, expect, it } from 'vitest'
import { BOOKING, BOOKING_ID, type Who, world } from '../../../../packages/server/test/world.ts'
import { FAULTS, HANGS } from './fault-kinds.ts'
import { watchUncaught } from './watch-uncaught.ts'

type Verb = 'enter' | 'leave' | 'end' | 'find' | 'list' | 'moderate'

/** What asks the store for each verb, who asks it, and what has happened before. */
const ASKS: Record<Verb, { path: string; who: Who; before: 'nothing' | 'launched' }> = {
  enter: { path: '/launch-video', who: 'customer', before: 'nothing' },
  leave: { path: '/leave-video', who: 'customer', before: 'launched' },
  end: { path: '/end-video', who: 'host', before: 'launched' },
  find: { path: '/refresh-token', who: 'customer', before: 'launched' },
  list: { path: '/bookings', who: 'customer', before: 'nothing' },
  moderate: { path: '/lock-meeting', who: 'host', before: 'launched' },
}
const VERBS = Object.keys(ASKS) as Verb[]

/** A server whose store can be told to fail in one verb, before or after it has done its work. */
async function faultyWorld(verb: Verb) {
  const inner = memoryStore({ bookings: [BOOKING] })
  let fail: (() => Promise<never>) | null = null
  let isDoneFirst = false
  const run = async (): Promise<void> => (fail === null ? undefined : fail())
  const store: BookingStore = {
    ...inner,
    [verb]: (...call: Parameters<MemoryStore['list']>) => {
      if (fail !== null && !isDoneFirst) return fail()
      return (inner[verb] as MemoryStore['list'])(...call).then(async (answer) => {
        await run()
        return answer
      })
    },
  }
  const there = world({ store, timeouts: { storeMs: 40 } })
  const { path, who, before } = ASKS[verb]
  if (before === 'launched') await there.post('/launch-video', 'customer')
  return {
    ask: () => {
      if (path === '/bookings') return there.send(path, { as: who })
      const more = verb === 'moderate' ? { locked: true } : {}
      return there.postJson(path, { booking_id: BOOKING_ID, ...more }, who)
    },
    breakDown: (how: () => Promise<never>, when: 'before' | 'after' = 'before') => {
      fail = how
      isDoneFirst = when === 'after'
    },
    recover: () => {
      fail = null
    },
    state: async () => {
      const { people } = await there.meetings.api.attendance(
        { bookingId: BOOKING_ID },
        { user: { id: BOOKING.hostId } },
      )
      return { status: inner.get(BOOKING_ID)?.status, people }
    },
    launched: () => there.video.grants.length,
  }
}

describe('a store that fails', () => {
  watchUncaught()

  describe.each(VERBS)('in %s', (verb) => {
    it.each([...FAULTS, HANGS].map((fault) => [fault.name, fault] as const))(
      'with %s is a 503, changes nothing, and the same request succeeds later',
      async (_name, { fail }) => {
        const there = await faultyWorld(verb)
        const before = verb === 'find' ? null : await there.state()
        const grants = there.launched()
        there.breakDown(fail)
        const response = await there.ask()
        expect([response.status, await response.json()]).toMatchObject([
          503,
          { code: 'STORE_UNAVAILABLE', retryable: true, requestId: 'request-1' },
        ])
        expect(there.launched()).toBe(grants)
        there.recover()
        if (before !== null) expect(await there.state()).toEqual(before)
        expect((await there.ask()).status).toBe(200)
      },
    )

    it('after its work is done is a 503, and the same request succeeds later and does nothing twice', async () => {
      const there = await faultyWorld(verb)
      there.breakDown(() => Promise.reject(new Error('the connection died')), 'after')
      expect((await there.ask()).status).toBe(503)
      there.recover()
      expect((await there.ask()).status).toBe(200)
      const { people } = await there.state()
      expect(people.length).toBe(verb === 'list' ? 0 : 1)
    })
  })

  it.each([
    ['nothing of a booking', () => ({})],
    ['no times', () => ({ ...BOOKING, startTime: undefined, endTime: undefined })],
    ['a time that is none', () => ({ ...BOOKING, endTime: 'soon' })],
    ['a status of its own', () => ({ ...BOOKING, status: 'paused' })],
    ['no role', () => ({ ...BOOKING, viewerRole: undefined })],
    ['a role of its own', () => ({ ...BOOKING, viewerRole: 'owner' })],
    ['no metadata', () => ({ ...BOOKING, viewerRole: 'customer', metadata: null })],
    ['null', () => null],
    ['a string', () => 'canary-7c1f'],
  ])('that answers %s for a booking is a 503, gives no token and lets nobody in', async (_name, broken) => {
    const booking = broken() as never
    const inner = memoryStore({ bookings: [BOOKING] })
    const causes: unknown[] = []
    const store: BookingStore = {
      ...inner,
      enter: async (request) => {
        const result = await inner.enter(request)
        return result && { ...result, booking }
      },
      find: async (request) => {
        const result = await inner.find(request)
        return result && { ...result, booking }
      },
      end: async (request) => {
        const result = await inner.end(request)
        return result && { ...result, booking }
      },
      moderate: async (request) => {
        const result = await inner.moderate(request)
        return result && { ...result, booking }
      },
      list: async (request) => ({ ...(await inner.list(request)), bookings: [booking] }),
    }
    const { post, postJson, send, video } = world({ store, onError: ({ cause }) => causes.push(cause) })
    const answers = [
      await post('/launch-video'),
      await post('/refresh-token'),
      await post('/end-video', 'host'),
      await postJson('/lock-meeting', { booking_id: BOOKING_ID, locked: true }, 'host'),
      await send('/bookings'),
    ]
    for (const response of answers) {
      const text = await response.text()
      expect([response.status, JSON.parse(text).code]).toEqual([503, 'STORE_UNAVAILABLE'])
      expect(text).not.toContain('canary')
    }
    expect(video.grants).toEqual([])
    expect(inner.get(BOOKING_ID)?.status).toBe('confirmed')
    expect(causes.length).toBe(5)
    for (const cause of causes)
      expect(String(cause)).toMatch(/The store gave a booking whose \w+ is missing or wrong/)
  })

  it.each([
    ['undefined', undefined],
    ['a string', 'canary-7c1f'],
    ['no visitors', { booking: { ...BOOKING, viewerRole: 'customer' }, entered: true }],
  ])('that answers %s instead of an entry gives no token', async (_name, answer) => {
    const store: BookingStore = {
      ...memoryStore({ bookings: [BOOKING] }),
      enter: async () => answer as never,
    }
    const { post, video } = world({ store })
    const response = await post('/launch-video')
    expect(response.status).toBe(503)
    expect(video.grants).toEqual([])
  })
})
