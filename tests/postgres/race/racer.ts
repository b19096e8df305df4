// One process of a race: a whole server with its own connections, waiting for the starting gun.
import pg from 'pg'
import { createMeetings, type MeetingsEvent, type MeetingsUser } from '../../../packages/server/src/index.ts'
import { twilioVideo } from '../../../packages/server/src/twilio/index.ts'
import { type Call, GUN, type Outcome, type RacerConfig, type StartOrder, TWILIO } from './call.ts'
import { openStore } from './open-store.ts'

const config: RacerConfig = JSON.parse(process.argv[2] ?? '')
let time = Date.parse(config.now)
let events: MeetingsEvent[] = []

const { store, close } = await openStore(config)
const gun = new pg.Client(config.connectionString)
await gun.connect()

const meetings = createMeetings<MeetingsUser>({
  store,
  // Real tokens; nothing goes out to Twilio.
  video: { ...twilioVideo(TWILIO), endRoom: async () => {}, removeParticipant: async () => {} },
  authenticate: ({ request }) => ({
    user: JSON.parse(request.headers.get('authorization') ?? '') as MeetingsUser,
    via: 'bearer',
  }),
  onEvent: (event) => void events.push(event),
  now: () => new Date(time++),
  rateLimit: false,
  // A busy machine is no failure of the store.
  timeouts: { storeMs: 60_000 },
  logger: { error: (details, message) => console.error(message, details), warn: () => {} },
})

process.on('message', async ({ calls, atOnce }: StartOrder) => {
  await gun.query('select pg_advisory_lock_shared($1)', [GUN])
  const outcomes: Outcome[] = Array(calls.length)
  events = []
  let next = 0
  const work = async () => {
    for (let index = next++; index < calls.length; index = next++) {
      outcomes[index] = await perform(calls[index] as Call)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, calls.length) }, work))
  await gun.query('select pg_advisory_unlock_shared($1)', [GUN])
  process.send?.({ outcomes, events })
})
process.once('disconnect', async () => {
  await gun.end()
  await close()
})
// One after the other: Supabase Lite grants rights when it is first asked, and reads the schema.
await gun.query('select pg_advisory_lock($1)', [GUN + 1])
await warmUp()
await gun.query('select pg_advisory_unlock($1)', [GUN + 1])
// Every connection is up before the race: what races is the work.
await Promise.all(Array.from({ length: config.connections }, warmUp))
process.send?.({ ready: true })

function warmUp(): Promise<unknown> {
  const viewer = { userId: 'nobody', verifiedEmail: null, name: null, adminOf: null }
  const [endsAfter, forgottenBy] = [new Date(0), new Date(0)]
  return store.list({ viewer, scope: 'upcoming', endsAfter, forgottenBy, limit: 1, after: null })
}

async function perform(call: Call): Promise<Outcome> {
  if (call.route === 'settle') {
    try {
      const news = { ...call.news, at: new Date(call.news.at) }
      return { status: 200, body: await store.settle(news) }
    } catch (error) {
      return { status: 500, body: String(error) }
    }
  }
  const url = `http://racer.local/api/meetings/${call.route}`
  const headers = { authorization: JSON.stringify(call.as), 'content-type': 'application/json' }
  const response = await meetings.fetch(
    call.route === 'bookings'
      ? new Request(`${url}?scope=${call.scope}`, { headers })
      : new Request(url, { method: 'POST', headers, body: JSON.stringify(bodyOf(call)) }),
  )
  return { status: response.status, body: await response.json() }
}

function bodyOf(call: Extract<Call, { bookingId: string }>) {
  return { booking_id: call.bookingId, ...('identity' in call && { identity: call.identity }) }
}
