// CPU per call, in process, over the store in memory: a launch against what minting its token costs anyway, and
// a list of 20 bookings against better-auth's trivial session call and against a bare Hono handler that answers
// the same bytes. Requests are made before the clock starts; reading the answers is nobody's part.
import { createSecretKey } from 'node:crypto'
import { createRequire } from 'node:module'
import { Hono } from 'hono'
import { type Contender, compareCpu } from '../measure-cpu.ts'
import { ACCOUNT, idOf, launchBody, launchRequest, listRequest, meetings } from './app.ts'
import { betterAuthSession } from './better-auth.ts'

const LAUNCH_LIMIT = 1.3
const SESSION_LIMIT = 1
const HONO_LIMIT = 2

await launch()
await list()

async function launch(): Promise<void> {
  const AccessToken = createRequire(import.meta.resolve('@meetings/server'))('twilio/lib/jwt/AccessToken.js')
  const { token: _, ...ticket } = await answerOf(launchRequest(0))
  const ours: Contender<Request> = {
    name: 'launch-video',
    prepare: launchRequest,
    run: (request) => meetings.fetch(request),
  }
  const minting = (name: string, secret: unknown): Contender<string> => ({
    name,
    prepare: launchBody,
    run: (body) => {
      const { booking_id } = JSON.parse(body)
      const access = new AccessToken(ACCOUNT.accountSid, ACCOUNT.apiKeySid, secret, {
        identity: idOf('customer', 0),
        ttl: 3600,
      })
      access.addGrant(new AccessToken.VideoGrant({ room: `meeting_${booking_id}` }))
      return JSON.stringify({ token: access.toJwt(), ...ticket })
    },
  })
  // As Twilio's documentation does it; and with the key that ours makes once, which the documentation does not tell.
  const bare = minting('minting the token + JSON', ACCOUNT.apiKeySecret)
  const withKey = minting('the same with a ready key', createSecretKey(ACCOUNT.apiKeySecret, 'utf8'))
  const comparison = await compareCpu([ours, bare, withKey])
  report(comparison, ours.name, bare.name, LAUNCH_LIMIT)
  report(comparison, ours.name, withKey.name, null)
}

async function list(): Promise<void> {
  const page = await answerOf(listRequest())
  if (!Array.isArray(page.bookings) || page.bookings.length !== 20) throw new Error('The list is not of 20.')
  const text = JSON.stringify(page)
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  const hono = new Hono()
    .get('/api/meetings/bookings', (context) => context.json(page))
    .get('/ready', (context) => context.body(text, 200, headers))

  const ours: Contender<Request> = {
    name: 'GET bookings of 20',
    prepare: listRequest,
    run: (request) => meetings.fetch(request),
  }
  const bare: Contender<Request> = {
    name: 'bare Hono, same bytes',
    prepare: listRequest,
    run: (request) => hono.fetch(request),
  }
  const ready: Contender<Request> = {
    name: 'bare Hono, ready text',
    prepare: () => new Request('http://localhost/ready'),
    run: (request) => hono.fetch(request),
  }
  const withHono = await compareCpu([ours, bare, ready])
  report(withHono, ours.name, bare.name, HONO_LIMIT)
  report(withHono, ours.name, ready.name, null)

  const auth = await betterAuthSession()
  const session: Contender<Request> = {
    name: "better-auth's get-session",
    prepare: () => auth.sessionRequest(),
    run: (request) => auth.handler(request),
  }
  report(await compareCpu([ours, session]), ours.name, session.name, SESSION_LIMIT)
}

async function answerOf(request: Request): Promise<Record<string, unknown>> {
  const response = await meetings.fetch(request)
  if (response.status !== 200) throw new Error(`The benchmark is wrong: ${await response.text()}`)
  return response.json() as Promise<Record<string, unknown>>
}

function report(
  { timings, ratio }: Awaited<ReturnType<typeof compareCpu>>,
  name: string,
  other: string,
  limit: number | null,
): void {
  const both = [name, other].map((one) => {
    const { cpu = Number.NaN, wall = Number.NaN } = timings.get(one) ?? {}
    return `${one} ${cpu.toFixed(1)} us CPU, ${wall.toFixed(1)} us wall`
  })
  const { cpu, wall } = ratio(name, other)
  console.log(both.join('; '))
  console.log(
    `  ratio ${cpu.toFixed(2)} CPU, ${wall.toFixed(2)} wall${limit === null ? '' : ` (at most ${limit.toFixed(1)})`}`,
  )
  if (limit !== null && cpu > limit) process.exitCode = 1
}
