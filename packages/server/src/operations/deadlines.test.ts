import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BOOKING, world } from '../../test/world.ts'
import { memoryStore } from '../testing/index.ts'

const never = () => new Promise<never>(() => {})

describe('what does not answer', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['the store', { store: { ...memoryStore(), enter: never } }, 503, 'STORE_UNAVAILABLE', 'store.enter'],
    ['authenticate', { authenticate: never }, 503, 'STORE_UNAVAILABLE', 'authenticate'],
  ])('%s, is given up after ten seconds', async (_, options, status, code, what) => {
    const causes: unknown[] = []
    const { post } = world({ ...options, onError: (error) => causes.push(error.cause) })
    const answer = post('/launch-video')
    await vi.advanceTimersByTimeAsync(9_999)
    expect(causes).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    const response = await answer
    expect([response.status, (await response.json()).code]).toEqual([status, code])
    expect(String(causes[0])).toBe(`DeadlineError: ${what} did not answer within 10000 ms.`)
  })

  it('is told to stop', async () => {
    const signals: (AbortSignal | undefined)[] = []
    const store = {
      ...memoryStore(),
      find: (_: unknown, options?: { signal?: AbortSignal }) => {
        signals.push(options?.signal)
        return never()
      },
    }
    const answer = world({ store, timeouts: { storeMs: 50 } }).post('/refresh-token')
    await vi.advanceTimersByTimeAsync(50)
    expect((await answer).status).toBe(503)
    expect(signals[0]?.aborted).toBe(true)
  })

  it('until too late has let nobody in: the entry is taken back', async () => {
    const inner = memoryStore({ bookings: [BOOKING] })
    const store = {
      ...inner,
      enter: async (request: Parameters<typeof inner.enter>[0]) => {
        const result = await inner.enter(request)
        await new Promise((resolve) => setTimeout(resolve, 60_000))
        return result
      },
    }
    const answer = world({ store }).post('/launch-video')
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await answer).status).toBe(503)
    expect(inner.get(BOOKING.id)?.status).toBe('in_progress')
    await vi.advanceTimersByTimeAsync(50_000)
    expect(inner.get(BOOKING.id)?.status).toBe('confirmed')
  })

  it('in onEvent delays the answer by five seconds at most', async () => {
    const causes: unknown[] = []
    const answer = world({ onEvent: never, onError: (error) => causes.push(error.cause) }).post(
      '/launch-video',
    )
    await vi.advanceTimersByTimeAsync(5_000)
    expect((await answer).status).toBe(200)
    expect(String(causes[0])).toContain('onEvent did not answer within 5000 ms')
  })
})
