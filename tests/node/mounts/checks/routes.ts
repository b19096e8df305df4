import { expect } from 'vitest'
import { BOOKING_ID } from '../subject/create-subject.ts'
import { type Exchange, JSON_TYPE, SIGNED_IN } from './exchange.ts'

export const ROUTES = {
  'answers a launch with a ticket': async ({ ask, mount }: Exchange) => {
    const body = JSON.stringify({ booking_id: BOOKING_ID })
    const response = await ask('/launch-video', {
      method: 'POST',
      headers: { ...SIGNED_IN, ...JSON_TYPE },
      body,
    })
    const answer = await response.json()
    if (mount.json === 'lost') return expect(answer).toMatchObject({ code: 'CONFIG_INVALID' })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer).toMatchObject({
      bookingId: BOOKING_ID,
      roomName: `meeting_${BOOKING_ID}`,
      role: 'customer',
    })
    expect(answer.token).toEqual(expect.any(String))
  },

  'answers a list with a query': async ({ ask }: Exchange) => {
    const response = await ask('/bookings?scope=all&limit=1', { headers: SIGNED_IN })
    expect((await response.json()).bookings).toMatchObject([{ id: BOOKING_ID }])
    const wrong = await ask('/bookings?scope=none', { headers: SIGNED_IN })
    expect(await wrong.json()).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { fields: [{ path: 'scope' }] },
    })
  },

  'answers HEAD like GET, without the body': async ({ ask }: Exchange) => {
    const response = await ask('/bookings', { method: 'HEAD', headers: SIGNED_IN })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  },

  'answers OPTIONS itself': async ({ ask }: Exchange) => {
    const response = await ask('/launch-video', { method: 'OPTIONS' })
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'POST, OPTIONS'])
  },

  'refuses other methods itself': async ({ ask }: Exchange) => {
    const response = await ask('/launch-video', { method: 'PUT', headers: JSON_TYPE, body: '{}' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
    expect(await response.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED' })
  },
}
