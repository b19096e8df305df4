import type { Span, Tracer } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BOOKING, BOOKING_ID, USERS, world } from '../../../../packages/server/test/world.ts'
import { FAULTS } from './fault-kinds.ts'
import { watchUncaught } from './watch-uncaught.ts'

type Options = Parameters<typeof world>[0]

const fine: Span = { setAttribute() {}, setStatus() {}, end() {} }
const never = () => new Promise<never>(() => {})
const oops = () => {
  throw new Error('oops')
}

/** Tracers that do what no tracer should. */
const TRACERS: Record<string, Tracer> = {
  'throws at once': { startActiveSpan: oops },
  'runs nothing': { startActiveSpan: () => undefined as never },
  'runs twice': {
    startActiveSpan: (_name, _options, run) => {
      run(fine)
      return run(fine)
    },
  },
  'runs, then throws': {
    startActiveSpan: (_name, _options, run) => {
      run(fine)
      throw new Error('oops')
    },
  },
  'runs too late': {
    startActiveSpan: (_name, _options, run) => {
      queueMicrotask(() => run(fine))
      return undefined as never
    },
  },
  'answers with a promise of its own that fails': {
    startActiveSpan: (_name, _options, run) => {
      run(fine)
      return Promise.reject(new Error('oops')) as never
    },
  },
  'gives a span that throws': {
    startActiveSpan: (_name, _options, run) => run({ setAttribute: oops, setStatus: oops, end: oops }),
  },
  'gives no span': { startActiveSpan: (_name, _options, run) => run(undefined as never) },
}

/** Launches, and tells whether the person is in with a token. */
async function launchWith(options: Options) {
  const there = world(options)
  const response = await there.post('/launch-video')
  const { people } = await there.meetings.api.attendance({ bookingId: BOOKING_ID }, { user: USERS.host })
  return { status: response.status, given: there.video.grants.length, inside: people.length }
}
const ONE_LAUNCH = { status: 200, given: 1, inside: 1 }

describe("what is the host's own and fails", () => {
  watchUncaught()

  it.each(FAULTS.map((fault) => [fault.name, fault.fail] as const))(
    'with %s in onEvent, in the logger or in a limiter harms no launch',
    async (_name, fail) => {
      expect(await launchWith({ onEvent: fail, onError: fail })).toEqual(ONE_LAUNCH)
      expect(await launchWith({ logger: { error: fail, warn: fail, debug: fail } })).toEqual(ONE_LAUNCH)
      expect(
        await launchWith({ rateLimit: { createLimiter: () => ({ consume: fail }) }, onError: fail }),
      ).toEqual(ONE_LAUNCH)
    },
  )

  it.each(FAULTS.map((fault) => [fault.name, fault.fail] as const))(
    'with %s in onError or in the logger changes no failure',
    async (_name, fail) => {
      const store = {
        ...memoryStore({ bookings: [BOOKING] }),
        enter: () => Promise.reject(new Error('down')),
      }
      const { post } = world({ store, onError: fail, logger: { error: fail, warn: fail, debug: fail } })
      expect((await (await post('/launch-video')).json()).code).toBe('STORE_UNAVAILABLE')
    },
  )

  it.each(Object.entries(TRACERS))(
    'a tracer that %s harms no launch, and has it done once',
    async (_name, tracer) => {
      expect(await launchWith({ tracer })).toEqual(ONE_LAUNCH)
      const there = world({ tracer })
      expect((await there.post('/launch-video', 'stranger')).status).toBe(404)
    },
  )

  it.each([
    ['a wait that is no number', { msBeforeNext: Number.NaN }],
    ['an endless wait', { msBeforeNext: Number.POSITIVE_INFINITY }],
    ['a wait in words', { msBeforeNext: 'a minute' }],
  ])('a limiter that refuses with %s lets people through', async (_name, refusal) => {
    const consume = () => Promise.reject(refusal)
    expect(await launchWith({ rateLimit: { createLimiter: () => ({ consume }) } })).toEqual(ONE_LAUNCH)
  })

  it.each([0, -5, 0.1, 60_000])(
    'a limiter that refuses for %d ms has people wait whole seconds, at least one',
    async (ms) => {
      const consume = () => Promise.reject({ msBeforeNext: ms })
      const response = await world({ rateLimit: { createLimiter: () => ({ consume }) } }).post(
        '/launch-video',
      )
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, ms > 1000 ? '60' : '1'])
    },
  )

  it('an addressOf that throws still has strangers told to sign in', async () => {
    const told: unknown[] = []
    const options = { rateLimit: { addressOf: oops }, onError: (error: Error) => told.push(error.cause) }
    expect((await world(options).post('/launch-video', null)).status).toBe(401)
    expect(told).toEqual([expect.objectContaining({ message: 'oops' })])
  })

  it.each(FAULTS.map((fault) => [fault.name, fault.fail] as const))(
    'with %s in authenticate or isAdmin is a 500, and lets nobody in',
    async (_name, fail) => {
      expect(await launchWith({ authenticate: fail })).toEqual({ status: 500, given: 0, inside: 0 })
      const there = world({ isAdmin: fail })
      expect((await there.post('/launch-video')).status).toBe(500)
      expect([there.video.grants, there.store.get(BOOKING_ID)?.status]).toEqual([[], 'confirmed'])
    },
  )

  it.each([undefined, false, 0, ''])('an authenticate that returns %j knows nobody', async (answer) => {
    expect((await world({ authenticate: () => answer as never }).post('/launch-video')).status).toBe(401)
  })

  it.each([{}, { user: null }, { user: {} }, { user: { id: '' } }, { user: { id: 7 } }, { user: 'me' }])(
    'an authenticate that returns %j is a mistake in the setup, and lets nobody in',
    async (answer) => {
      const there = world({ authenticate: () => answer as never })
      const response = await there.post('/launch-video')
      expect([response.status, (await response.json()).code]).toEqual([500, 'CONFIG_INVALID'])
      expect(there.video.grants).toEqual([])
    },
  )

  it.each([undefined, '', 'a\nb', 'é', 'a'.repeat(300), 7])(
    'a requestId that returns %j is a 500 in shape',
    async (id) => {
      const response = await world({ requestId: () => id as never }).post('/launch-video')
      expect([response.status, await response.json()]).toMatchObject([
        500,
        { code: 'CONFIG_INVALID', requestId: 'unknown' },
      ])
    },
  )
})

describe("what is the host's own and never answers", () => {
  watchUncaught()
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['onEvent', { onEvent: never }, 200],
    ['a limiter', { rateLimit: { createLimiter: () => ({ consume: never }) } }, 200],
    ['authenticate', { authenticate: never }, 503],
    ['isAdmin', { isAdmin: never }, 500],
    ['the logger', { logger: { error: never, warn: never, debug: never } }, 200],
  ] as const)('%s, keeps an answer waiting ten seconds at most', async (_name, options, status) => {
    const answer = world(options as Options).post('/launch-video')
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await answer).status).toBe(status)
  })

  it('and a store that answers late, then fails to take the entry back, harms nobody', async () => {
    for (const leave of [() => Promise.reject(new Error('down')), oops]) {
      const inner = memoryStore({ bookings: [BOOKING] })
      const store = {
        ...inner,
        leave,
        enter: async (request: Parameters<typeof inner.enter>[0]) => {
          await new Promise((resolve) => setTimeout(resolve, 20_000))
          return inner.enter(request)
        },
      }
      const answer = world({ store }).post('/launch-video')
      await vi.advanceTimersByTimeAsync(30_000)
      expect((await answer).status).toBe(503)
    }
  })
})
