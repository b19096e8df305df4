import { once } from 'node:events'
import { Agent, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMeetings, type MeetingsUser, type ScheduleStore } from '@meetings/server'
import { toNodeHandler } from '@meetings/server/node'
import { postgresSchedule, postgresStore } from '@meetings/server/postgres'
import { fakeVideo, fixedClock } from '@meetings/server/testing'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BookableDatabase, openBookableDatabase } from '../../postgres/booking-race/bookable-database.ts'
import { TYPES } from '../../postgres/booking-race/booking-rounds.ts'
import { type Answer, openRequest, type Sent, sendRequest } from '../../postgres/http-race/send-request.ts'
import { startPostgres, type TestPostgres } from '../../postgres/start-postgres.ts'

const CARL = '0c000000-0000-4000-8000-000000000001'
const TEN = '2026-11-23T10:00:00.000Z'
const slot = { meeting_type_id: TYPES[0], start_time: TEN }
const draft = { ...slot, customer_name: 'Carl', time_zone: 'UTC' }
const booking = { route: 'createBooking', as: CARL, body: draft, key: 'one-click' } satisfies Sent

let postgres: TestPostgres
let database: BookableDatabase
let pool: pg.Pool
/** The second one is another server on the same database: whoever tries again may end there. */
let ports: [number, number]
let servers: Server[]
/** Called when the database has committed; the answer waits for what it returns. */
let committed: () => Promise<void>

beforeAll(async () => {
  postgres = await startPostgres()
})
beforeEach(async () => {
  database = await openBookableDatabase(postgres, undefined)
  pool = new pg.Pool({ connectionString: database.connectionString, max: 4 })
  committed = async () => {}
  servers = [createServer(toNodeHandler(meetings())), createServer(toNodeHandler(meetings()))]
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening')
  ports = servers.map((server) => (server.address() as AddressInfo).port) as [number, number]
})
afterEach(async () => {
  for (const server of servers) server.close().closeAllConnections()
  await pool.end()
  await database.close()
})
afterAll(() => postgres?.close())

function meetings() {
  const query = (text: string, params: (string | null)[]) => pool.query(text, params)
  const schedule = postgresSchedule({ query })
  const waiting =
    <Request, Result>(verb: (given: Request) => Promise<Result>) =>
    async (given: Request): Promise<Result> => {
      const answer = await verb(given)
      await committed()
      return answer
    }
  const { now } = fixedClock('2026-11-22T20:00:00Z')
  return createMeetings<MeetingsUser>({
    store: postgresStore({ query }),
    schedule: {
      ...schedule,
      // Without candidates it only asks what the key has made.
      book: (given) => (given.candidates.length > 0 ? waiting(schedule.book) : schedule.book)(given),
      hold: waiting(schedule.hold),
      cancel: waiting(schedule.cancel),
      reschedule: waiting(schedule.reschedule),
    } satisfies ScheduleStore,
    video: fakeVideo({ now }),
    authenticate: ({ request }) => ({
      user: JSON.parse(request.headers.get('authorization') ?? ''),
      via: 'bearer',
    }),
    now,
    rateLimit: false,
  })
}

/** Sends a request whose client dies when the database has committed, before a byte of the answer is written. */
async function sendAndDie(sent: Sent): Promise<void> {
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  committed = async () => {
    committed = async () => {}
    client.destroy()
    await gone
  }
  const client = openRequest(ports[0], sent, new Agent())
  const heard = once(client, 'response').then(
    () => 'an answer',
    () => 'nothing',
  )
  expect(await heard).toBe('nothing')
  letGo()
}

async function statuses(): Promise<string[]> {
  const rows = await database.query<{ status: string }>('select status from bookings')
  return rows.map(({ status }) => status)
}

/** How often each booking was changed. */
async function changes(): Promise<number[]> {
  const rows = await database.query<{ count: number }>(
    "select (metadata ->> 'sequence')::int as count from bookings",
  )
  return rows.map(({ count }) => count)
}

const idOf = ({ body }: Answer) => (body.booking as { id: string }).id

describe('a client that dies after the database committed and before the answer', () => {
  it('gets the same booking with the same key, from whichever server', async () => {
    await sendAndDie(booking)
    expect(await statuses()).toEqual(['confirmed'])
    const retries = [await sendRequest(ports[0], booking), await sendRequest(ports[1], booking)]
    expect(retries.map(({ status, headers }) => [status, headers['idempotency-replayed']])).toEqual([
      [200, 'true'],
      [200, 'true'],
    ])
    const rows = await database.query<{ id: string }>('select id from bookings')
    expect(retries.map(idOf)).toEqual([rows[0]?.id, rows[0]?.id])
    expect(rows).toHaveLength(1)
  })

  it('is refused another booking with that key: 422, and nothing is booked', async () => {
    await sendAndDie(booking)
    const other = { ...booking, body: { ...draft, start_time: '2026-11-23T12:00:00.000Z' } }
    const { status, body } = await sendRequest(ports[1], other)
    expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
    expect(await statuses()).toEqual(['confirmed'])
  })

  it('finds the booking moved when it moves it again', async () => {
    const id = idOf(await sendRequest(ports[0], booking))
    const move: Sent = {
      route: 'rescheduleBooking',
      as: CARL,
      id,
      body: { start_time: '2026-11-23T13:00:00.000Z' },
    }
    await sendAndDie(move)
    const again = await sendRequest(ports[1], move)
    expect([again.status, again.body.booking]).toMatchObject([200, { startTime: '2026-11-23T13:00:00.000Z' }])
    expect(await changes()).toEqual([1])
  })

  it('finds the booking cancelled when it cancels it again', async () => {
    const id = idOf(await sendRequest(ports[0], booking))
    const cancel: Sent = { route: 'cancelBooking', as: CARL, id, body: { reason: 'Ill' } }
    await sendAndDie(cancel)
    const again = await sendRequest(ports[1], cancel)
    expect([again.status, again.body.booking]).toMatchObject([200, { status: 'cancelled' }])
    expect(await changes()).toEqual([1])
  })

  it('gets the same hold back when it asks for the slot again', async () => {
    const hold: Sent = { route: 'holdSlot', as: CARL, body: slot }
    await sendAndDie(hold)
    const [before] = await database.query<{ id: string }>('select id from meeting_holds')
    const again = await sendRequest(ports[1], hold)
    expect([again.status, again.body.hold]).toMatchObject([200, { id: before?.id, startTime: TEN }])
  })
})
