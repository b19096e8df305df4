import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BookingPage, createMeetings, type LaunchTicket } from '@meetings/server'
import { toNodeHandler } from '@meetings/server/node'
import { supabaseAuth, supabaseStore } from '@meetings/server/supabase'
import { fixedClock } from '@meetings/server/testing'
import { twilioVideo } from '@meetings/server/twilio'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MIGRATION_FILE } from '../supabase/booking-row.ts'
import {
  type LocalSupabase,
  type SignedInPerson,
  startLocalSupabase,
} from '../supabase/start-local-supabase.ts'

const ORGANIZATION = '7d1f0a52-3f54-4c1e-9b7a-0a1de0a1b001'
const OTHER_ORGANIZATION = '7d1f0a52-3f54-4c1e-9b7a-0a1de0a1b002'
const TWILIO = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'a-secret-of-the-test',
}

// Everything is real but Twilio's cloud, which is not asked for a token anyway: Express, HTTP, supabase-js,
// sign-up, Postgres with the shipped migration, Twilio's own AccessToken.
describe('the journey of a meeting in Express', () => {
  const clock = fixedClock('2026-11-22T13:44:59Z')
  let supabase: LocalSupabase
  let server: Server
  let url: string
  let requests = 0
  let bookingId: string
  const people: Record<string, SignedInPerson> = {}

  beforeAll(async () => {
    supabase = await startLocalSupabase([readFileSync(MIGRATION_FILE, 'utf8')])
    for (const [name, appMetadata] of Object.entries({
      carl: { organization_id: ORGANIZATION },
      hana: { organization_id: ORGANIZATION },
      ada: { organization_id: ORGANIZATION, role: 'admin' },
      mal: { organization_id: OTHER_ORGANIZATION, role: 'admin' },
    })) {
      people[name] = await supabase.signUp({ email: `${name}@example.org`, name, appMetadata })
    }

    const client = supabase.serviceClient({
      fetch: (input, init) => {
        requests += 1
        return supabase.fetch(input, init)
      },
    })
    const meetings = createMeetings({
      store: supabaseStore({ client }),
      video: twilioVideo(TWILIO),
      authenticate: supabaseAuth({ url: supabase.url, key: supabase.publishableKey, fetch: supabase.fetch }),
      now: clock.now,
    })
    const app = express()
    app.use(express.json())
    app.use('/api/meetings', toNodeHandler(meetings))
    server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/meetings`

    const { data, error } = await supabase
      .serviceClient()
      .from('bookings')
      .insert({
        organization_id: ORGANIZATION,
        meeting_type_name: 'Consultation',
        host_id: people.hana?.id,
        host_name: 'Hana Host',
        customer_id: people.carl?.id,
        customer_name: 'Carl Customer',
        start_time: '2026-11-22T14:00:00Z',
        end_time: '2026-11-22T15:00:00Z',
      })
      .select('id')
      .single()
    if (error) throw error
    bookingId = data.id
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await supabase.close()
  })

  /** Sends a request as somebody, and tells how often the database was asked. */
  async function ask(who: string | null, method: 'GET' | 'POST', path: string) {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (who !== null) headers.authorization = `Bearer ${people[who]?.accessToken}`
    const before = requests
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(method === 'POST' ? { body: JSON.stringify({ booking_id: bookingId }) } : {}),
    })
    return { response, body: await response.json(), roundTrips: requests - before }
  }
  const statusInDatabase = async () =>
    (await supabase.serviceClient().from('bookings').select('status').single()).data?.status

  it('shows the booking to those who belong to it', async () => {
    const seen: Record<string, string[]> = {}
    for (const who of Object.keys(people)) {
      const { body, roundTrips } = await ask(who, 'GET', '/bookings')
      seen[who] = (body as BookingPage).bookings.map(({ viewerRole }) => viewerRole)
      expect(roundTrips).toBe(1)
    }
    expect(seen).toEqual({ carl: ['customer'], hana: ['host'], ada: ['admin'], mal: [] })
  })

  it('keeps people out until 15 minutes before the start', async () => {
    const early = await ask('carl', 'POST', '/launch-video')
    expect(early.response.status).toBe(409)
    expect(early.body.error).toBe('Meeting can only be joined 15 minutes before start time')
    expect(await statusInDatabase()).toBe('confirmed')
  })

  it('answers the stranger with 404, and somebody without a session with 401', async () => {
    for (const path of ['/launch-video', '/refresh-token', '/leave-video']) {
      expect((await ask('mal', 'POST', path)).response.status).toBe(404)
      expect((await ask(null, 'POST', path)).response.status).toBe(401)
    }
  })

  it('lets customer and host in at the same instant, each with a token for the same room', async () => {
    clock.set('2026-11-22T13:45:00Z')
    const answers = await Promise.all([
      ask('carl', 'POST', '/launch-video'),
      ask('hana', 'POST', '/launch-video'),
    ])
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200])
    const tickets = answers.map(({ body }) => body as LaunchTicket)
    expect(tickets.map(({ role, participantName }) => [role, participantName])).toEqual([
      ['customer', 'Carl Customer'],
      ['host', 'Hana Host'],
    ])
    for (const [index, who] of ['carl', 'hana'].entries()) {
      const ticket = tickets[index]
      const grants = JSON.parse(Buffer.from(ticket?.token.split('.')[1] ?? '', 'base64url').toString()).grants
      expect(grants).toEqual({ identity: people[who]?.id, video: { room: `meeting_${bookingId}` } })
    }
    expect(await statusInDatabase()).toBe('in_progress')
  })

  it('asks the database once for a launch, once for a refresh, once for leaving', async () => {
    clock.set('2026-11-22T14:00:00Z')
    expect((await ask('ada', 'POST', '/launch-video')).roundTrips).toBe(1)
    const refreshed = await ask('ada', 'POST', '/refresh-token')
    expect(refreshed.roundTrips).toBe(1)
    expect(refreshed.body.participants).toContainEqual({
      identity: people.ada?.id,
      name: 'ada',
      role: 'admin',
    })
    expect((await ask('ada', 'POST', '/leave-video')).roundTrips).toBe(1)
  })

  it('completes the booking when the last one leaves, and refuses a token after that', async () => {
    clock.set('2026-11-22T14:30:00Z')
    expect((await ask('hana', 'POST', '/leave-video')).body).toEqual({ bookingId, status: 'in_progress' })
    expect((await ask('carl', 'POST', '/leave-video')).body).toEqual({ bookingId, status: 'completed' })
    expect(await statusInDatabase()).toBe('completed')
    expect((await ask('carl', 'POST', '/refresh-token')).response.status).toBe(410)
  })

  it('opens again until its end, and then never', async () => {
    expect((await ask('carl', 'POST', '/launch-video')).response.status).toBe(200)
    expect((await ask('carl', 'POST', '/leave-video')).body.status).toBe('completed')
    clock.set('2026-11-22T15:00:00Z')
    expect((await ask('carl', 'POST', '/launch-video')).body.code).toBe('BOOKING_ENDED')
    expect((await ask('ada', 'POST', '/launch-video')).body.code).toBe('BOOKING_ENDED')
  })
})
