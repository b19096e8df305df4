import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectEmissions } from './emissions.ts'
import { type SecretWorld, secretWorld, type Trouble, TYPE_ID } from './secret-world.ts'
import { watchStreams } from './watch-streams.ts'

const emissions = collectEmissions()
const streams = watchStreams(emissions)
let there: SecretWorld

beforeAll(async () => {
  there = await secretWorld(emissions)
})
afterAll(async () => {
  streams.stop()
  await there?.close()
})

/** Ways for Supabase to be unwell. Some repeat what they were sent, as careless gateways do. */
const TROUBLES: Record<string, NonNullable<Trouble>> = {
  'a 500 of text': () => new Response('upstream failed', { status: 500 }),
  'a page of HTML': () =>
    new Response('<h1>502</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
  'no JSON': () => new Response('{"data":', { headers: { 'content-type': 'application/json' } }),
  'another JSON': () => Response.json({ unexpected: true }),
  'a 401': () => Response.json({ message: 'Invalid API key' }, { status: 401 }),
  'a 429': () => Response.json({ msg: 'slow down', error_code: 'over_request_rate_limit' }, { status: 429 }),
  'no network': () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })),
  'an abort': () => Promise.reject(new DOMException('aborted', 'AbortError')),
}
const CALLS = ['/launch-video', '/refresh-token', '/leave-video', '/end-video'] as const

function request(token: string, bookingId: string, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ booking_id: bookingId }),
  }
}

/** Everything once: as the people it belongs to, and as those who should not. */
async function doEverything({ send, people, bookingId }: SecretWorld, verbose: boolean): Promise<void> {
  for (const { accessToken } of Object.values(people)) {
    await send('/bookings?scope=all', { headers: { authorization: `Bearer ${accessToken}` }, verbose })
    for (const path of CALLS.slice(0, 3)) await send(path, { ...request(accessToken, bookingId), verbose })
    // The session where it does not belong: in the body, the query, another header.
    await send(`/bookings?cursor=${accessToken}`, {
      headers: { authorization: `Bearer ${accessToken}` },
      verbose,
    })
    await send('/launch-video', { ...request(accessToken, accessToken), verbose })
    await send('/launch-video', {
      ...request(accessToken, bookingId, { 'x-request-id': `id ${accessToken}` }),
      verbose,
    })
    await send('/openapi.json', { headers: { authorization: `Bearer ${accessToken}` }, verbose })
    await send('/health', { headers: { cookie: `a=${accessToken}` }, verbose })
    for (const broken of [
      `${accessToken}x`,
      accessToken.slice(0, -3),
      `${accessToken}.${accessToken}`,
      'none',
    ]) {
      await send('/launch-video', { ...request(broken, bookingId), verbose })
    }
    const session = { access_token: accessToken, refresh_token: 'canary-refresh-token', token_type: 'bearer' }
    const cookie = `sb-supabase-auth-token=base64-${btoa(JSON.stringify(session))}`
    await send('/bookings', { headers: { cookie }, verbose })
    await send('/launch-video', {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.example.org' },
      verbose,
    })
  }
}

/** Every route of booking once, and each with the session where it does not belong. Answers how booking went. */
async function bookOnce(
  { send, clock }: SecretWorld,
  accessToken: string,
  verbose: boolean,
): Promise<number> {
  const start = (days: number) => {
    const day = new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
    return { day, start_time: `${day}T10:00:00Z` }
  }
  const as = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' }
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    send(path, { method: 'POST', headers: { ...as, ...headers }, body: JSON.stringify(body), verbose })
  const { day, start_time } = start(2)
  const slot = { meeting_type_id: TYPE_ID, start_time }
  const draft = { ...slot, customer_name: 'Carl', time_zone: 'UTC' }
  const days = `from=${day}&to=${day}&time_zone=UTC`

  await send('/meeting-types', { headers: as, verbose })
  await send(`/availability?meeting_type_id=${TYPE_ID}&${days}`, { headers: as, verbose })
  await send(`/availability?meeting_type_id=${accessToken}&${days}`, { headers: as, verbose })
  const held = await post('/holds', slot)
  await post(`/holds/${held.status === 200 ? JSON.parse(held.text).hold.id : accessToken}/release`, {})
  const booked = await post('/bookings', draft, { 'idempotency-key': `one-click-${start_time}` })
  await post('/bookings', { ...draft, notes: 'Other' }, { 'idempotency-key': `one-click-${start_time}` })
  await post('/bookings', draft, { 'idempotency-key': accessToken })
  await post('/bookings', { ...draft, meeting_type_id: accessToken })
  await post('/bookings', { ...draft, [accessToken]: 1 })
  const id = booked.status === 200 ? JSON.parse(booked.text).booking.id : accessToken
  await post(`/bookings/${id}/reschedule`, { start_time: start(3).start_time })
  await send(`/bookings/${id}/calendar.ics`, { headers: as, verbose })
  await post(`/bookings/${id}/cancel`, { reason: 'Ill' })
  await post(`/bookings/${accessToken}/cancel`, {})
  await send('/schedule', { headers: as, verbose })
  await send('/schedule', { method: 'PUT', headers: as, body: `{"time_zone":"${accessToken}"}`, verbose })
  return booked.status
}

describe('no secret', () => {
  it('leaves the server but to its owner, through a day of use and trouble', async () => {
    const { send, people, bookingId, trouble, secrets, twilio } = there
    secrets.set('canary-refresh-token', 'a refresh token')
    const { accessToken } = people.customer
    for (const verbose of [false, true]) {
      await doEverything(there, verbose)
      expect(await bookOnce(there, accessToken, verbose)).toBe(200)
      for (const which of ['store', 'auth'] as const) {
        for (const unwell of Object.values(TROUBLES)) {
          trouble[which] = unwell
          for (const path of CALLS) await send(path, { ...request(accessToken, bookingId), verbose })
          await send('/bookings', { headers: { authorization: `Bearer ${accessToken}` }, verbose })
          await send('/health', { verbose })
          await bookOnce(there, accessToken, verbose)
        }
        trouble[which] = null
      }
      // A new room for every launch, so that Twilio's REST interface is asked and refuses.
      for (const fault of [{ status: 429 }, { status: 500 }, { status: 401 }, 'cut', 'silence'] as const) {
        await send('/leave-video', { ...request(accessToken, bookingId), verbose })
        twilio.simulate.failRest(fault, fault, fault)
        await send('/launch-video', { ...request(accessToken, bookingId), verbose })
        twilio.reset()
        await send('/launch-video', { ...request(accessToken, bookingId), verbose })
        twilio.simulate.failRest(fault, fault, fault)
        await send('/end-video', { ...request(people.host.accessToken, bookingId), verbose })
        twilio.reset()
        await there.supabase.sql(
          `update public.bookings set status = 'confirmed', metadata = '{}' where id = '${bookingId}';
          delete from public.meeting_visits`,
        )
      }
    }
    expect(emissions.findings(secrets)).toEqual([])
    // It was looked at: tokens were given out, every channel was used, and failures were many.
    // Tokens of one person in one second are the same token, so a fast machine sees few different ones.
    expect([...secrets.values()].filter((name) => name === 'a video token').length).toBeGreaterThan(1)
    const counts = emissions.counts()
    for (const where of ['logger.error', 'logger.debug', 'onError', 'onEvent', 'onRefused', 'a span']) {
      expect(counts[where], where).toBeGreaterThan(20)
    }
    expect(counts['the body of a refusal']).toBeGreaterThan(150)
  }, 120_000)

  it('is told about forged news of Twilio', async () => {
    const form = (body: string, headers: Record<string, string>) =>
      there.send('/twilio/status-callback', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body,
      })
    const body = `RoomName=meeting_${there.bookingId}&StatusCallbackEvent=room-ended`
    await form(body, { 'x-twilio-signature': 'forged' })
    await form(body, {})
    await form(`${body}&bodySHA256=x`, {
      'x-twilio-signature': 'forged',
      'x-forwarded-host': 'app.example.com',
    })
    expect(emissions.counts()['logger.warn']).toBeGreaterThan(0)
    expect(emissions.findings(there.secrets)).toEqual([])
  })

  it('is in what api throws, or in what it returns when that is printed', async () => {
    const { meetings, people, bookingId, trouble, secrets } = there
    const user = { id: people.customer.id }
    const { inspect } = await import('node:util')
    const note = (where: string, value: unknown) =>
      emissions.note(where, inspect(value, { depth: 20, showHidden: true }), String(value))
    const ticket = await meetings.api.launchVideo({ bookingId }, { user })
    secrets.set(ticket.token, 'a video token')
    note('a printed ticket', ticket)
    note('a printed list', { tickets: [ticket], page: await meetings.api.listBookings({}, { user }) })
    for (const unwell of Object.values(TROUBLES)) {
      trouble.store = unwell
      await meetings.api
        .launchVideo({ bookingId }, { user })
        .catch((error) => emissions.note('a thrown error', error))
    }
    trouble.store = null
    expect(emissions.counts()['a thrown error']).toBe(Object.keys(TROUBLES).length)
    expect(emissions.findings(secrets)).toEqual([])
  })

  it('shows when the server, its store, its provider or its sign-in are printed', () => {
    const { meetings, store, schedule, video, authenticate, secrets } = there
    emissions.note('the printed server', meetings, meetings.api, meetings.handlers)
    const parts = { store, schedule, video, authenticate }
    emissions.note('the printed parts', ...Object.values(parts), parts)
    expect(emissions.findings(secrets)).toEqual([])
  })

  it('is missed by this search', () => {
    const { secrets } = there
    for (const [secret, name] of secrets) {
      const probe = collectEmissions()
      const deep = new Error('outer', {
        cause: new Error('inner', { cause: { headers: [`Bearer ${secret}`] } }),
      })
      probe.note('an error', deep)
      expect(probe.findings(new Map([[secret, name]]))).toEqual([`an error holds ${name}`])
    }
  })
})
