import { describe, expect, it } from 'vitest'
import { world } from '../../test/world.ts'

const APP = 'https://app.example.org'

describe('a page of another origin', () => {
  it('gets no permission unless there is a cors block', async () => {
    const response = await world().send('/bookings', { headers: { origin: APP } })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('vary')).toBeNull()
  })

  it.each([
    ['an answer', '/bookings', 'customer', 200],
    ['a refusal', '/bookings', null, 401],
    ['a path that is not there', '/nothing', 'customer', 404],
  ] as const)('reads %s when it is named', async (_, path, as, status) => {
    const { send } = world({ cors: { origins: [APP] } })
    const response = await send(path, { as, headers: { origin: APP } })
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBe(APP)
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.get('access-control-expose-headers')).toContain('x-meetings-error')
    expect(response.headers.get('vary')).toBe('Origin')
  })

  it('reads a failure of the server too', async () => {
    const fail = () => {
      throw new Error('oops')
    }
    const { send } = world({ cors: { origins: [APP] }, requestId: fail })
    const response = await send('/bookings', { headers: { origin: APP } })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([500, APP])
  })

  it.each(['https://evil.example.org', 'https://app.example.org.evil.org', 'http://app.example.org', 'null'])(
    'gets nothing as %s',
    async (origin) => {
      const { send } = world({ cors: { origins: [APP], credentials: true } })
      const response = await send('/bookings', { headers: { origin } })
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
      // A cache must not give this answer to the page that is allowed.
      expect(response.headers.get('vary')).toBe('Origin')
    },
  )

  it('may save hours, and repeat a booking under its key', async () => {
    const { send } = world({ cors: { origins: [APP] } })
    const ask = (path: string, method: string) =>
      send(path, {
        as: null,
        method: 'OPTIONS',
        headers: { origin: APP, 'access-control-request-method': method },
      })
    const hours = await ask('/schedule', 'PUT')
    expect(hours.headers.get('access-control-allow-methods')).toContain('PUT')
    const booking = await ask('/bookings', 'POST')
    expect(booking.headers.get('access-control-allow-headers')).toContain('idempotency-key')
    expect(booking.headers.get('access-control-expose-headers')).toContain('idempotency-replayed')
  })

  it('is told by the preflight what it may send', async () => {
    const { send } = world({ cors: { origins: [APP], maxAgeSeconds: 60 } })
    const preflight = { origin: APP, 'access-control-request-method': 'POST' }
    const response = await send('/launch-video', { as: null, method: 'OPTIONS', headers: preflight })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS')
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, idempotency-key, x-request-id',
    )
    expect(response.headers.get('access-control-max-age')).toBe('60')
  })

  it('may be any page with a star, and never with cookies', async () => {
    const { send } = world({ cors: { origins: ['*'] } })
    const response = await send('/bookings', { headers: { origin: 'https://anybody.example.org' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(() => world({ cors: { origins: ['*'], credentials: true } })).toThrow(/cors.origins can hold '\*'/)
  })

  it.each([
    [{ origins: [] }, /cors.origins must hold/],
    [{ origins: ['app.example.org'] }, /cors.origins must hold/],
    [{ origins: ['https://app.example.org/'] }, /cors.origins must say 'https:\/\/app.example.org'/],
    [{ origins: [APP], maxAgeSeconds: -1 }, /cors.maxAgeSeconds/],
  ])('is refused at construction as %j', (cors, message) => {
    expect(() => world({ cors })).toThrow(message)
  })

  it('is trusted with a cookie session exactly when it may send cookies', async () => {
    const asCookie = { authenticate: () => ({ user: { id: 'c' }, via: 'cookie' as const }) }
    const leave = { method: 'POST', headers: { origin: APP, 'sec-fetch-site': 'cross-site' } }
    const { send } = world({ ...asCookie, cors: { origins: [APP] } })
    expect((await send('/leave-video', leave)).headers.get('x-meetings-error')).toBe('ORIGIN_REJECTED')
    const trusting = world({ ...asCookie, cors: { origins: [APP], credentials: true } })
    expect((await trusting.send('/leave-video', leave)).headers.get('x-meetings-error')).toBe(
      'UNSUPPORTED_MEDIA_TYPE',
    )
  })
})
