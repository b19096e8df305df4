import { describe, expect, it } from 'vitest'
import { BOOKING_ID, USERS, world } from '../../test/world.ts'
import type { MeetingsOptions } from '../index.ts'

const json = { 'content-type': 'application/json' }
const body = JSON.stringify({ booking_id: BOOKING_ID })

describe('a cookie session', () => {
  const cookie = (more: Partial<MeetingsOptions> = {}) =>
    world({
      authenticate: () => ({ user: USERS.customer, via: 'cookie' }),
      ...(more as object),
    })
  const launch = (headers: Record<string, string>, options: Partial<MeetingsOptions> = {}) =>
    cookie(options).send('/launch-video', { method: 'POST', body, headers: { ...json, ...headers } })

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://behind-a-proxy.example.com' }, 200],
    [{ origin: 'https://app.example.com' }, 200],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://partner.example.com' }, 200],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.com' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://other.example.com' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://app.example.com' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ origin: 'https://app.example.com.evil.com' }, 403],
    [{ origin: 'http://app.example.com' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
  ])('may launch with %j: %i', async (headers, status) => {
    const response = await launch(headers as Record<string, string>, {
      trustedOrigins: ['https://partner.example.com'],
    })
    expect(response.status).toBe(status)
    if (status === 403) expect(response.headers.get('x-meetings-error')).toBe('ORIGIN_REJECTED')
  })

  it.each([
    [{}, 200],
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 200],
    [{ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, 200],
    // A link in an e-mail.
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', origin: 'https://x.example.com' }, 403],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://partner.example.com' }, 200],
  ])('may read with %j: %i', async (headers, status) => {
    const options = { trustedOrigins: ['https://partner.example.com'] }
    const response = await cookie(options).send('/bookings', { headers: headers as Record<string, string> })
    expect(response.status).toBe(status)
  })

  it('of an old browser is checked against the public address, when a proxy hides it', async () => {
    const origin = 'https://meet.example.org'
    expect((await launch({ origin })).status).toBe(403)
    expect((await launch({ origin }, { publicUrl: 'https://meet.example.org/app' })).status).toBe(200)
  })

  it('is not what a bearer token is: that needs no origin', async () => {
    const headers = { origin: 'https://anywhere.example.com', 'sec-fetch-site': 'cross-site' }
    expect((await world().send('/bookings', { headers })).status).toBe(200)
  })
})
