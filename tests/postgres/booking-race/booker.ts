// One process of a race for slots: its own connections, waiting for the starting gun.
import pg from 'pg'
import type { ScheduleStore } from '../../../packages/server/src/index.ts'
import { postgresSchedule } from '../../../packages/server/src/postgres/index.ts'
import { supabaseSchedule } from '../../../packages/server/src/supabase/index.ts'
import { openSupabaseOnPostgres } from '../supabase-on-postgres.ts'
import { type BookerConfig, type Client, GUN, MINUTES, type Outcome, type Round, type Step } from './step.ts'

const MINUTE = 60_000
const config: BookerConfig = JSON.parse(process.argv[2] ?? '')
const { schedule, close } = await open(config)
const gun = new pg.Client(config.connectionString)
await gun.connect()

process.on('message', async ({ day, clients }: Round) => {
  await gun.query('select pg_advisory_lock_shared($1)', [GUN])
  const outcomes = await Promise.all(clients.map((client) => play(client, Date.parse(day))))
  await gun.query('select pg_advisory_unlock_shared($1)', [GUN])
  process.send?.(outcomes)
})
process.once('disconnect', async () => {
  await gun.end()
  await close()
})
// One after the other: Supabase Lite grants rights when it is first asked, and reads the schema.
await gun.query('select pg_advisory_lock($1)', [GUN + 1])
await schedule.findSchedule({ hostId: 'nobody' })
await gun.query('select pg_advisory_unlock($1)', [GUN + 1])
await Promise.all(
  Array.from({ length: config.connections }, () => schedule.findSchedule({ hostId: 'nobody' })),
)
process.send?.('ready')

async function open({
  store,
  connectionString,
  connections,
}: BookerConfig): Promise<{ schedule: ScheduleStore; close(): Promise<void> }> {
  if (store === 'supabase') {
    const { client, close } = await openSupabaseOnPostgres({ connectionString, connections })
    return { schedule: supabaseSchedule({ client }), close }
  }
  const pool = new pg.Pool({ connectionString, max: connections })
  return {
    schedule: postgresSchedule({ query: (text, params) => pool.query(text, params) }),
    close: () => pool.end(),
  }
}

async function play(client: Client, midnight: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const mine = { bookingId: null as string | null, holdId: null as string | null }
  for (const step of client.steps) {
    const key = step.does === 'book' ? step.key : null
    try {
      const outcome = await take(step, client, midnight, mine)
      outcomes.push({ does: step.does, key, outcome, bookingId: mine.bookingId })
    } catch (error) {
      outcomes.push({ does: step.does, key, outcome: `failed: ${error}`, bookingId: null })
    }
  }
  return outcomes
}

async function take(
  step: Step,
  { viewer, meetingTypeId, hostIds }: Client,
  midnight: number,
  mine: { bookingId: string | null; holdId: string | null },
): Promise<string> {
  // Everybody asks on the evening before.
  const at = new Date(midnight - 60 * MINUTE)
  if (step.does === 'cancel') {
    if (mine.bookingId === null) return 'skipped'
    const result = await schedule.cancel({ bookingId: mine.bookingId, viewer, at, reason: null })
    return result?.outcome ?? 'null'
  }
  const start = midnight + step.minute * MINUTE
  const end = start + MINUTES.duration * MINUTE
  const span = (from: number, to: number) => ({ start: new Date(from), end: new Date(to) })
  const slot = {
    ...span(start, end),
    busy: span(start - MINUTES.buffer * MINUTE, end + MINUTES.buffer * MINUTE),
    at,
  }
  const candidates = hostIds.map((hostId) => ({ hostId, day: span(midnight, midnight + 24 * 60 * MINUTE) }))
  switch (step.does) {
    case 'hold': {
      const expiresAt = new Date(at.getTime() + 10 * MINUTE)
      const result = await schedule.hold({ ...slot, viewer, meetingTypeId, candidates: hostIds, expiresAt })
      if (result?.outcome === 'held') mine.holdId = result.hold.id
      return result?.outcome ?? 'null'
    }
    case 'release':
      if (mine.holdId === null) return 'skipped'
      await schedule.releaseHold({ holdId: mine.holdId, viewer })
      return 'released'
    case 'book': {
      const result = await schedule.book({
        ...slot,
        viewer,
        meetingTypeId,
        candidates,
        customerName: 'Racer',
        customerEmail: null,
        metadata: {},
        idempotency: step.key === null ? null : { key: step.key, fingerprint: String(step.minute) },
      })
      if (result && 'booking' in result) mine.bookingId = result.booking.id
      return result?.outcome ?? 'null'
    }
    case 'move': {
      if (mine.bookingId === null) return 'skipped'
      const result = await schedule.reschedule({ ...slot, viewer, bookingId: mine.bookingId, candidates })
      return result?.outcome ?? 'null'
    }
  }
}
