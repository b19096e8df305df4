// Whether time tells a stranger that a meeting exists: every call for somebody else's booking against the same call
// for one that is not there, turn by turn, over HTTP, on a real Postgres. The caller sits on the same machine, where
// no network hides anything. Prints how often the first takes longer than the second (0.50: nobody can tell; 1.00:
// everybody can), and the difference of the medians beside the spread of the answers: what Postgres needs to look at
// a row that is there is to be lost in the noise.
import { randomUUID } from 'node:crypto'
import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMeetings } from '@meetings/server'
import { toNodeHandler } from '@meetings/server/node'
import { postgresStore } from '@meetings/server/postgres'
import { fakeVideo } from '@meetings/server/testing'
import pg from 'pg'
import { NOW } from '../../postgres/million/fill-bookings.ts'
import { manyBookings, openFilledDatabase } from '../../postgres/million/open-filled-database.ts'
import { startPostgres } from '../../postgres/start-postgres.ts'
import { median } from '../median.ts'
import { probabilityOfLonger } from './probability-of-longer.ts'

const BOOKINGS = 20_000
const ROUNDS = 3_000
const WARM_UP = 300
/** One answer may tell no more than this, and the medians may be no further apart. */
const MOST_TELLING = 0.75
const MOST_MS = 0.1
const PATHS = ['/launch-video', '/refresh-token', '/leave-video', '/end-video']

const server = createServer()
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const postgres = await startPostgres()
const pool = new pg.Pool({
  connectionString: await openFilledDatabase(postgres, manyBookings(BOOKINGS)),
  max: 1,
})
try {
  const { rows } = await pool.query<{ id: string }>(
    'select id from bookings order by md5(id::text) limit 1000',
  )
  const meetings = createMeetings({
    store: postgresStore({ query: (text, params) => pool.query(text, params) }),
    video: fakeVideo(),
    authenticate: () => ({ user: { id: randomUUID() }, via: 'bearer' }),
    rateLimit: false,
    now: () => new Date(NOW),
  })
  server.on('request', toNodeHandler(meetings))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  console.log('longer for a meeting that exists, difference of the medians, spread (middle half) in ms')
  for (const path of PATHS) {
    const ask = (bookingId: string) => timeOf(port, `${meetings.basePath}${path}`, bookingId)
    report(path, await measure(ask, (round) => rows[round % rows.length]?.id ?? ''))
  }
  console.log(`each at most ${MOST_TELLING} and ${MOST_MS} ms, and as far in the other direction`)
} finally {
  agent.destroy()
  server.close()
  await pool.end()
  await postgres.close()
}

/** From the request's first byte to the answer's last, in milliseconds. */
function timeOf(port: number, path: string, bookingId: string): Promise<number> {
  const body = JSON.stringify({ booking_id: bookingId })
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const question = send({ port, path, headers, agent, host: '127.0.0.1', method: 'POST' }, (answer) => {
      if (answer.statusCode !== 404) reject(new Error(`${path} answers a stranger ${answer.statusCode}.`))
      answer.on('end', () => resolve(performance.now() - start)).resume()
    })
    question.on('error', reject).end(body)
  })
}

interface Samples {
  theirs: number[]
  missing: number[]
}

/** In turn, and each first as often as the other: what else the machine does falls on both alike. */
async function measure(
  ask: (bookingId: string) => Promise<number>,
  theirId: (round: number) => string,
): Promise<Samples> {
  const samples: Samples = { theirs: [], missing: [] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const kind of round % 2 === 0
      ? (['theirs', 'missing'] as const)
      : (['missing', 'theirs'] as const)) {
      const ms = await ask(kind === 'theirs' ? theirId(round + WARM_UP) : randomUUID())
      if (round >= 0) samples[kind].push(ms)
    }
  }
  return samples
}

function report(path: string, { theirs, missing }: Samples): void {
  const telling = probabilityOfLonger(theirs, missing)
  const difference = median(theirs) - median(missing)
  const isTold = Math.abs(telling - 0.5) > MOST_TELLING - 0.5 || Math.abs(difference) > MOST_MS
  const figures = [telling, difference, spread(missing)].map((figure) => figure.toFixed(3)).join('  ')
  console.log(`${path.padEnd(16)} ${figures}${isTold ? ' TELLS' : ''}`)
  if (isTold) process.exitCode = 1
}

/** How far apart the quarters are. */
function spread(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return at(0.75) - at(0.25)
}
