import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillBookings, openPglite } from '../../test/open-pglite.ts'
import { meeting, PEOPLE } from '../testing/conformance/people.ts'
import { steps } from '../testing/conformance/steps.ts'
import { runStoreConformance } from '../testing/index.ts'
import { meetingsMigration, type PostgresQuery, postgresStore } from './index.ts'

const MIGRATION_FILE = new URL('../../migrations/postgres/0001_meetings.sql', import.meta.url)

let database: PGlite
const query: PostgresQuery = (text, params) => database.query(text, params)

beforeAll(async () => {
  database = await openPglite([readFileSync(MIGRATION_FILE, 'utf8')])
})
afterAll(() => database?.close())

describe('the Postgres store', () => {
  runStoreConformance({
    describe,
    it,
    expect,
    createStore: async (bookings) => {
      await fillBookings(database, bookings)
      return postgresStore({ query })
    },
  })

  it('binds every value and sends one statement per verb', async () => {
    const statements: { text: string; params: unknown[] }[] = []
    const store = postgresStore({
      query: (text, params) => {
        statements.push({ text, params })
        return query(text, params)
      },
    })
    await fillBookings(database, [meeting()])
    const evil = { ...PEOPLE.host, name: `'); drop table bookings; --` }
    await steps(store).enter(evil, '14:00:00')
    expect(statements).toHaveLength(1)
    expect(statements[0]?.text).toBe(
      'select public.meetings_enter(p_booking_id => $1::text::uuid, p_viewer => $2::text::jsonb, ' +
        'p_identity => $3::text::text, p_at => $4::text::timestamptz, p_starts_by => $5::text::timestamptz, ' +
        'p_ends_after => $6::text::timestamptz)::text as answer',
    )
    expect((await store.find(findRequest))?.visitors).toMatchObject([{ name: evil.name }])
  })

  it('completes many forgotten meetings a hundred at a time, and lists all of them as past at once', async () => {
    const forgotten = Array.from({ length: 120 }, (_, index) =>
      meeting({
        id: `0b000000-0000-4000-8000-000000000${100 + index}`,
        hostId: `0c000000-0000-4000-8000-000000000${100 + index}`,
        status: 'in_progress',
      }),
    )
    await fillBookings(database, forgotten)
    const store = postgresStore({ query })
    const now = new Date('2026-11-22T17:00:00Z')
    const list = (scope: 'past' | 'upcoming') =>
      store.list({
        viewer: PEOPLE.customer,
        scope,
        endsAfter: now,
        forgottenBy: now,
        limit: 200,
        after: null,
      })
    const [first, second, third] = [await list('past'), await list('upcoming'), await list('past')]
    expect([first, second, third].map((page) => page.forgotten.length)).toEqual([100, 20, 0])
    expect([first, second, third].map((page) => page.bookings.length)).toEqual([120, 0, 120])
  })

  it('takes an answer that a driver has parsed already', async () => {
    await fillBookings(database, [meeting()])
    const store = postgresStore({
      query: async (text, params) => {
        const { rows } = await query(text, params)
        return { rows: rows.map(({ answer }) => ({ answer: JSON.parse(String(answer)) })) }
      },
    })
    expect(await store.find(findRequest)).toMatchObject({ booking: { viewerRole: 'host' } })
  })

  it('reads times in whatever zone the session has', async () => {
    await fillBookings(database, [meeting()])
    await database.exec(`set timezone to 'America/St_Johns'`)
    try {
      const act = steps(postgresStore({ query }))
      await act.enter(PEOPLE.host, '14:00:00')
      expect(await act.stay(PEOPLE.host)).toEqual({ from: '14:00:00', until: null })
      expect((await act.find(PEOPLE.host))?.booking.startTime).toBe(meeting().startTime)
    } finally {
      await database.exec('reset timezone')
    }
  })

  it('stops waiting when nobody waits for it any more', async () => {
    const store = postgresStore({ query: () => new Promise(() => {}) })
    const caller = new AbortController()
    const waiting = store.ping({ signal: caller.signal })
    caller.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
  })

  it('says to run the migration when it was not run', async () => {
    const empty = await openPglite([])
    try {
      const store = postgresStore({ query: (text, params) => empty.query(text, params) })
      await expect(store.ping()).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        cause: { message: expect.stringContaining('Run the migration') },
      })
    } finally {
      await empty.close()
    }
  })

  it('says which role lacks rights, and works for a role that got them', async () => {
    const guarded = await openPglite([
      'create role app; create role stranger',
      meetingsMigration({ platform: 'postgres', role: 'app' }),
    ])
    try {
      const store = postgresStore({ query: (text, params) => guarded.query(text, params) })
      await guarded.exec('set role stranger')
      await expect(store.find(findRequest)).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        cause: { message: expect.stringContaining('role') },
      })
      await guarded.exec('reset role')
      await fillBookings(guarded, [meeting()])
      await guarded.exec('set role app')
      const act = steps(store)
      await act.enter(PEOPLE.host, '14:00:00')
      await act.connected(PEOPLE.host, 'PA1', '14:00:01')
      expect(await act.roomEnded('14:30:00')).toMatchObject({ status: 'completed' })
    } finally {
      await guarded.close()
    }
  })

  it('hands on what the database says, without calling it a mistake in the setup', async () => {
    const store = postgresStore({ query: () => Promise.reject(new Error('connection terminated')) })
    await expect(store.ping()).rejects.toThrow('postgresStore: meetings_ping failed: connection terminated')
    await expect(store.ping()).rejects.not.toHaveProperty('code')
  })

  it('refuses a pool in place of a function', () => {
    expect(() => postgresStore({ query: {} as PostgresQuery })).toThrow(/pool\.query\(text, params\)/)
  })
})

describe('the Postgres store on a table that has only what is needed', () => {
  const columns = {
    hostName: 'names->>host',
    customerName: 'names->>customer',
    meetingTypeName: 'names->>about',
    organizationId: null,
    meetingTypeId: null,
    customerId: null,
    customerEmail: null,
    metadata: null,
  }
  let bare: PGlite
  beforeAll(async () => {
    bare = await openPglite([
      `create table visits (
        id uuid primary key, host_id integer, names jsonb, start_time timestamptz, end_time timestamptz, status text
      )`,
      meetingsMigration({ platform: 'postgres', table: 'visits', columns }),
      `insert into visits values ('${meeting().id}', 7, '{"host": "H", "customer": "C", "about": "A"}',
        '${meeting().startTime}', '${meeting().endTime}', 'confirmed')`,
    ])
  })
  afterAll(() => bare?.close())

  it('takes a meeting from its list to its end for all', async () => {
    const store = postgresStore({ query: (text, params) => bare.query(text, params), columns })
    const host = { ...PEOPLE.host, userId: '7', verifiedEmail: 'host@example.org' }
    const list = await store.list({
      viewer: host,
      scope: 'upcoming',
      endsAfter: new Date(0),
      forgottenBy: new Date(0),
      limit: 10,
      after: null,
    })
    expect(list.bookings).toMatchObject([{ hostId: '7', hostName: 'H', metadata: {}, viewerRole: 'host' }])
    const act = steps(store)
    await act.enter(host, '14:00:00')
    await act.leave(host, '14:10:00')
    // It has nowhere else to write down that it was ended.
    expect(await act.end(host, '14:11:00')).toMatchObject({ ended: true, completed: false })
    expect(await act.enter(host, '14:12:00')).toMatchObject({ entered: false })
    expect(await act.connected(host, 'PA1', '14:12:00')).toMatchObject({ joined: [], status: 'completed' })
  })
})

describe('meetingsMigration for Postgres', () => {
  it('writes the file that ships with the package', async () => {
    await expect(meetingsMigration({ platform: 'postgres' })).toMatchFileSnapshot(MIGRATION_FILE.pathname)
  })

  it('names nothing of Supabase', () => {
    const sql = meetingsMigration({ platform: 'postgres', table: 'visits', role: 'app' })
    expect(sql).not.toMatch(/supabase|service_role|authenticated|\banon\b|auth\.|row level security/i)
  })
})

const findRequest = { bookingId: meeting().id, viewer: PEOPLE.host, forgottenBy: new Date(0) }
