// One server process: holds meetings from the list to the last one out, as fast as it can or at a given pace.
import { setTimeout as wait } from 'node:timers/promises'
import { createMeetings, type MeetingsUser } from '@meetings/server'
import { postgresStore } from '@meetings/server/postgres'
import { twilioVideo } from '@meetings/server/twilio'
import pg from 'pg'
import { median } from '../median.ts'
import { AT_ONCE, customerOf, hostOf, type Order, type Work, type WorkerConfig } from './work.ts'

process.once('message', async ({ connectionString, bookingIds }: WorkerConfig) => {
  const pool = new pg.Pool({ connectionString, max: AT_ONCE })
  // The server may end before the last connection has.
  pool.on('error', () => {})
  const meetings = createMeetings<MeetingsUser>({
    store: postgresStore({ query: (text, params) => pool.query(text, params) }),
    video: twilioVideo({
      accountSid: 'AC00000000000000000000000000000000',
      apiKeySid: 'SK00000000000000000000000000000000',
      apiKeySecret: 'a-secret-for-benchmarks-only',
    }),
    authenticate: ({ request }) => ({
      user: { id: request.headers.get('authorization') ?? '' },
      via: 'bearer',
    }),
    rateLimit: false,
  })
  let nextMeeting = 0

  process.on('message', async ({ forMs, perSecond }: Order) => {
    const times: number[] = []
    let failed = 0
    const end = performance.now() + forMs
    const before = process.cpuUsage()
    const send = async (path: string, as: string, bookingId?: string) => {
      const started = performance.now()
      const headers = { authorization: as, 'content-type': 'application/json' }
      const init =
        bookingId === undefined
          ? { headers }
          : { method: 'POST', headers, body: JSON.stringify({ booking_id: bookingId }) }
      const response = await meetings.fetch(new Request(`http://bench.local/api/meetings/${path}`, init))
      await response.arrayBuffer()
      if (response.status !== 200) failed++
      times.push(performance.now() - started)
      if (perSecond !== null)
        await wait(Math.max(0, started + (AT_ONCE * 1000) / perSecond - performance.now()))
    }
    const holdMeetings = async () => {
      while (performance.now() < end) {
        const bookingId = bookingIds[nextMeeting++ % bookingIds.length] as string
        const people = [hostOf(bookingId), customerOf(bookingId)]
        for (const person of people) {
          await send('bookings', person)
          await send('launch-video', person, bookingId)
        }
        for (const person of people) await send('refresh-token', person, bookingId)
        for (const person of people) {
          await send('leave-video', person, bookingId)
          await send('bookings', person)
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, holdMeetings))
    const cpu = process.cpuUsage(before)
    process.send?.({
      requests: times.length,
      failed,
      cpuMs: (cpu.user + cpu.system) / 1000,
      medianMs: median(times),
    } satisfies Work)
  })
  process.once('disconnect', () => pool.end())
  process.send?.('ready')
})
