import { readFileSync } from 'node:fs'
import { createMeetings, type Logger, type MeetingsUser, type Span, type Tracer } from '@meetings/server'
import { supabaseAuth, supabaseSchedule, supabaseStore } from '@meetings/server/supabase'
import { fixedClock } from '@meetings/server/testing'
import { twilioVideo } from '@meetings/server/twilio'
import { createTwilioEmulator } from '@meetings/twilio-emulator'
import { MIGRATION_FILE } from '../../../supabase/booking-row.ts'
import { startLocalSupabase } from '../../../supabase/start-local-supabase.ts'
import { type Emissions, partsOf } from './emissions.ts'

const ORGANIZATION = '7d1f0a52-3f54-4c1e-9b7a-0a1de0a1b001'
/** What can be booked. */
export const TYPE_ID = '0d000000-0000-4000-8000-000000000001'
const SCHEDULING_FILE = new URL('../../../../packages/server/migrations/0002_scheduling.sql', import.meta.url)
const ACCOUNT_SID = `AC${'1'.repeat(32)}`
const API_KEY_SID = `SK${'2'.repeat(32)}`
const API_KEY_SECRET = 'canary-api-key-secret-91f3'
const AUTH_TOKEN = 'canary-auth-token-91f3'
const ADDRESS = 'https://app.example.com/api/meetings'
/** In the address of status callbacks: Twilio can be told to sign in. */
const CALLBACK_PASSWORD = 'canary-callback-password-91f3'

/** What takes the place of the network, call by call; `null` lets calls through. */
export type Trouble = ((request: Request) => Promise<Response> | Response) | null

/**
 * The whole server on a local Supabase and a local Twilio, everything that watches it noted, and every secret
 * known by name.
 */
export async function secretWorld(emissions: Emissions) {
  const clock = fixedClock(new Date().toISOString())
  const supabase = await startLocalSupabase(
    [MIGRATION_FILE, SCHEDULING_FILE].map((file) => readFileSync(file, 'utf8')),
  )
  const twilio = await createTwilioEmulator({
    accountSid: ACCOUNT_SID,
    apiKeys: { [API_KEY_SID]: API_KEY_SECRET },
    authToken: AUTH_TOKEN,
  })
  const person = (name: string, more: Record<string, string> = {}) =>
    supabase.signUp({
      email: `${name}@example.org`,
      name,
      appMetadata: { organization_id: ORGANIZATION, ...more },
    })
  const people = {
    host: await person('hana'),
    customer: await person('carl'),
    admin: await person('ada', { role: 'admin' }),
  }

  const trouble: Record<'store' | 'auth', Trouble> = { store: null, auth: null }
  const through = (which: 'store' | 'auth'): typeof fetch => {
    return async (input, init) => {
      const request = new Request(input, init)
      return trouble[which]?.(request) ?? supabase.fetch(request)
    }
  }
  const client = supabase.serviceClient({ fetch: through('store') })
  const hour = 60 * 60_000
  const { data, error } = await supabase
    .serviceClient()
    .from('bookings')
    .insert({
      organization_id: ORGANIZATION,
      meeting_type_name: 'Consultation',
      host_id: people.host.id,
      host_name: 'Hana Host',
      customer_id: people.customer.id,
      customer_name: 'Carl Customer',
      start_time: new Date(clock.now().getTime()).toISOString(),
      end_time: new Date(clock.now().getTime() + hour).toISOString(),
    })
    .select('id')
    .single()
  if (error) throw new Error(error.message)
  const bookingId: string = data.id
  await supabase.sql(`
    insert into public.meeting_types (id, name) values ('${TYPE_ID}', 'Consultation');
    insert into public.meeting_type_hosts (meeting_type_id, host_id, host_name)
      values ('${TYPE_ID}', '${people.host.id}', 'Hana Host');
    insert into public.host_schedules (host_id, schedule) values ('${people.host.id}', '${JSON.stringify({
      timeZone: 'UTC',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
      overrides: [],
      timeOff: [],
    })}');`)

  const store = supabaseStore({ client })
  const schedule = supabaseSchedule({ client })
  const video = twilioVideo({
    accountSid: ACCOUNT_SID,
    apiKeySid: API_KEY_SID,
    apiKeySecret: API_KEY_SECRET,
    authToken: AUTH_TOKEN,
    baseUrl: twilio.url,
    timeoutMs: 1_000,
  })
  const authenticate = supabaseAuth({
    url: supabase.url,
    key: supabase.publishableKey,
    cookies: true,
    fetch: through('auth'),
    onRefused: (reason) => emissions.note('onRefused', reason),
  })
  const setup = (detailed: boolean) =>
    createMeetings<MeetingsUser>({
      store,
      schedule,
      video,
      authenticate,
      rooms: {},
      rateLimit: false,
      now: clock.now,
      publicUrl: `https://twilio:${CALLBACK_PASSWORD}@app.example.com`,
      errors: { detailed },
      logger: notingLogger(emissions),
      tracer: notingTracer(emissions),
      onEvent: (event) => emissions.note('onEvent', event),
      onError: (failure, where) => emissions.note('onError', failure, where, ...causesOf(failure)),
    })
  const meetings = setup(false)
  const detailed = setup(true)

  /** Every secret, by what it is. Tokens given out are added as they come. */
  const secrets = new Map<string, string>([
    [API_KEY_SECRET, 'the API key secret'],
    [btoa(`${API_KEY_SID}:${API_KEY_SECRET}`), 'the API key as it travels'],
    [AUTH_TOKEN, 'the auth token'],
    [supabase.secretKey, 'the Supabase secret key'],
    ['a-secret-of-at-least-32-characters!', 'the JWT secret'],
    [CALLBACK_PASSWORD, 'the password of the callbacks'],
    ...Object.entries(people).flatMap(([name, { accessToken }]) =>
      partsOf(accessToken, `the session of the ${name}`),
    ),
  ])

  return {
    meetings,
    store,
    schedule,
    video,
    authenticate,
    supabase,
    twilio,
    people,
    bookingId,
    trouble,
    secrets,
    clock,
    /** Sends, notes what may not hold a secret, and learns the token of a success. */
    async send(path: string, init: RequestInit & { verbose?: boolean } = {}) {
      const { verbose = false, ...request } = init
      const response = await (verbose ? detailed : meetings).fetch(new Request(`${ADDRESS}${path}`, request))
      const text = await response.text()
      emissions.note('the headers of an answer', [...response.headers])
      if (response.status >= 400) emissions.note('the body of a refusal', text)
      else if (path === '/openapi.json') emissions.note('the description of the routes', text)
      const isTicket = response.ok && text.startsWith('{"token"')
      const token = isTicket ? (JSON.parse(text).token as string) : undefined
      if (token !== undefined)
        for (const [part, name] of partsOf(token, 'a video token')) secrets.set(part, name)
      return { status: response.status, text }
    },
    close: () => Promise.all([supabase.close(), twilio.close()]),
  }
}

export type SecretWorld = Awaited<ReturnType<typeof secretWorld>>

/** The causes under an error: a logger prints some, an error tracker all of them. */
function causesOf(error: unknown, depth = 0): unknown[] {
  if (!(error instanceof Error) || depth > 20) return []
  return [error.message, error.stack, error.cause, ...causesOf(error.cause, depth + 1)]
}

function notingLogger(emissions: Emissions): Required<Logger> {
  const level = (name: string) => (details: Record<string, unknown>, message: string) =>
    emissions.note(`logger.${name}`, details, message, ...causesOf(details['err']))
  return { error: level('error'), warn: level('warn'), debug: level('debug') }
}

function notingTracer(emissions: Emissions): Tracer {
  const span: Span = {
    setAttribute: (name, value) => emissions.note('a span', name, value),
    setStatus: (status) => emissions.note('a span', status),
    end: () => {},
  }
  return {
    startActiveSpan(name, options, run) {
      emissions.note('a span', name, options)
      return run(span)
    },
  }
}
