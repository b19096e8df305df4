import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { world } from '../../test/world.ts'
import type { RateLimitRule } from '../ports/rate-limiter.ts'

describe('asking too often', () => {
  // The limiter in memory reads the system's clock.
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is refused with the time to wait, and works again after it', async () => {
    const { send } = world({ rateLimit: { perMinute: { listBookings: 2 } } })
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await send('/bookings')).status)
    expect(statuses).toEqual([200, 200, 429])
    // Rounded up: a second too early would be refused again.
    vi.advanceTimersByTime(20_400)
    const refused = await send('/bookings')
    expect(refused.headers.get('retry-after')).toBe('40')
    expect(await refused.json()).toMatchObject({
      code: 'RATE_LIMITED',
      retryable: true,
      details: { retryAfterSeconds: 40 },
    })
    vi.advanceTimersByTime(39_600)
    expect((await send('/bookings')).status).toBe(200)
  })

  it('is counted per person and per route', async () => {
    const { send, post } = world({ rateLimit: { perMinute: { listBookings: 1 } } })
    await send('/bookings')
    expect((await send('/bookings')).status).toBe(429)
    expect((await send('/bookings', { as: 'host' })).status).toBe(200)
    expect((await post('/launch-video')).status).toBe(200)
  })

  it('counts before the body is read, so that wrong requests count too', async () => {
    const { send } = world({ rateLimit: { perMinute: { launchVideo: 1 } } })
    expect((await send('/launch-video', { method: 'POST' })).status).toBe(415)
    expect((await send('/launch-video', { method: 'POST' })).status).toBe(429)
  })

  it('as a stranger is counted by address, when the host tells addresses', async () => {
    const addressOf = (request: Request) => request.headers.get('x-real-ip')
    const { send } = world({ rateLimit: { addressOf } })
    const from = (address: string) => send('/bookings', { as: null, headers: { 'x-real-ip': address } })
    for (let i = 0; i < 60; i++) expect((await from('192.0.2.1')).status).toBe(401)
    expect((await from('192.0.2.1')).status).toBe(429)
    expect((await from('192.0.2.2')).status).toBe(401)
    expect((await send('/bookings', { headers: { 'x-real-ip': '192.0.2.1' } })).status).toBe(200)
  })

  it('is allowed when limits are switched off', async () => {
    const { post } = world({ rateLimit: false })
    for (let i = 0; i < 200; i++) expect((await post('/leave-video')).status).toBe(200)
  })
})

describe('a limiter of the host', () => {
  it('gets one rule per route, and the id of the person as key', async () => {
    const rules: RateLimitRule[] = []
    const keys: string[] = []
    const createLimiter = (rule: RateLimitRule) => {
      rules.push(rule)
      return { consume: async (key: string) => void keys.push(`${rule.name} ${key}`) }
    }
    const { send } = world({ rateLimit: { createLimiter, perMinute: { listBookings: 7 } } })
    await send('/bookings')
    expect(rules).toContainEqual({ name: 'meetings:listBookings', points: 7, durationSeconds: 60 })
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
    expect(keys).toEqual(['meetings:listBookings 0c000000-0000-4000-8000-000000000002'])
  })

  it('that is down lets people through, and its owner hears of it', async () => {
    const errors: unknown[] = []
    const { send } = world({
      rateLimit: { createLimiter: () => ({ consume: () => Promise.reject(new Error('redis is down')) }) },
      onError: (error) => errors.push(error.cause),
    })
    expect((await send('/bookings')).status).toBe(200)
    expect(errors).toEqual([new Error('redis is down')])
  })

  it('is refused when a number makes no sense', () => {
    expect(() => world({ rateLimit: { perMinute: { listBookings: 0 } } })).toThrow(
      /rateLimit.perMinute.listBookings must be a whole number from 1/,
    )
  })
})
