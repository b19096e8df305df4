import { readFileSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillScheduleStatements } from '../../test/fill-schedule.ts'
import { fillBookings, openPglite } from '../../test/open-pglite.ts'
import { schedulingMigration } from '../sql/schedule/scheduling-migration.ts'
import { meeting } from '../testing/conformance/people.ts'
import { ANN, BEN, CALL, CARL, KIM, PANEL } from '../testing/conformance/schedule-people.ts'
import { candidates, idOf, MORNING, scheduleSteps } from '../testing/conformance/schedule-steps.ts'
import { runScheduleConformance, type ScheduleWorld } from '../testing/index.ts'
import { meetingsMigration, type PostgresQuery, postgresSchedule, postgresStore } from './index.ts'

const FIRST_FILE = new URL('../../migrations/postgres/0001_meetings.sql', import.meta.url)
const SECOND_FILE = new URL('../../migrations/postgres/0002_scheduling.sql', import.meta.url)

let database: PGlite
const query: PostgresQuery = (text, params) => database.query(text, params)

beforeAll(async () => {
  database = await openPglite([readFileSync(FIRST_FILE, 'utf8'), readFileSync(SECOND_FILE, 'utf8')])
})
afterAll(() => database?.close())

async function createStores({ bookings, ...offer }: ScheduleWorld) {
  await fillBookings(database, bookings)
  for (const [text, params] of fillScheduleStatements(offer)) await database.query(text, params)
  return { store: postgresStore({ query }), schedule: postgresSchedule({ query }) }
}

describe('the Postgres store of schedules', () => {
  runScheduleConformance({ describe, it, expect, createStores })

  it('counts bookings that somebody wrote over others by hand, and refuses none of them', async () => {
    const other = '0b000000-0000-4000-8000-000000000002'
    const { schedule } = await createStores({ bookings: [meeting()], meetingTypes: [CALL], schedules: {} })
    const act = scheduleSteps(schedule)
    const booked = idOf(await act.book('15:15', { candidates: candidates(ANN) }))
    // Into the buffer of the one before: the bookings' own constraint does not mind.
    await database.query(
      `insert into bookings (id, host_id, host_name, meeting_type_name, customer_name, start_time, end_time)
       values ($1, $2, 'Ann', 'Call', 'Kim', '2026-11-22T15:45:00Z', '2026-11-22T16:00:00Z')`,
      [other, ANN],
    )
    expect(await act.busy(ANN)).toEqual(['14:00-15:00', '15:10-15:55', '15:45-16:00'])
    expect(await act.book('16:00', { candidates: candidates(ANN) })).toEqual({ outcome: 'taken' })
    await database.query('delete from bookings where id in ($1, $2)', [other, booked])
    expect(await act.busy(ANN)).toEqual(['14:00-15:00'])
  })

  it('is guarded by the database against two bookings at a time, whoever forgets to look', async () => {
    await createStores({ bookings: [meeting()], meetingTypes: [CALL], schedules: {} })
    await expect(
      database.query(
        `insert into meeting_busy (host_id, booking_id, during)
         values ($1, gen_random_uuid(), '[2026-11-22 14:30:00+00, 2026-11-22 15:30:00+00)')`,
        [ANN],
      ),
    ).rejects.toThrow('meeting_busy_once')
  })

  it('binds every value and sends one statement per verb', async () => {
    await createStores({ bookings: [], meetingTypes: [CALL], schedules: {} })
    const statements: string[] = []
    const schedule = postgresSchedule({
      query: (text, params) => {
        statements.push(text)
        return query(text, params)
      },
    })
    const evil = `'); drop table bookings; --`
    const result = await scheduleSteps(schedule).book('14:00', { customerName: evil })
    expect(result).toMatchObject({ booking: { customerName: evil } })
    expect(statements).toEqual([
      'select public.meetings_book(p_viewer => $1::text::jsonb, p_request => $2::text::jsonb)::text as answer',
    ])
  })
})

describe('schedulingMigration for Postgres', () => {
  it('writes the file that ships with the package', async () => {
    await expect(schedulingMigration({ platform: 'postgres' })).toMatchFileSnapshot(SECOND_FILE.pathname)
  })

  it('names nothing of Supabase', () => {
    expect(schedulingMigration({ platform: 'postgres', role: 'app' })).not.toMatch(
      /supabase|service_role|authenticated|\banon\b|auth\.|row level security/i,
    )
  })

  it.each(['meetingTypeId', 'metadata'] as const)('needs a place for %s', (field) => {
    expect(() => schedulingMigration({ table: 'visits', columns: { [field]: null } })).toThrow(
      `columns.${field} must not be null`,
    )
  })

  it('works for a role that got rights, on a table that has live bookings already', async () => {
    const guarded = await openPglite([
      'create role app',
      meetingsMigration({ platform: 'postgres', role: 'app' }),
    ])
    try {
      await fillBookings(guarded, [meeting()])
      await guarded.exec(schedulingMigration({ platform: 'postgres', role: 'app' }))
      for (const [text, params] of fillScheduleStatements({ meetingTypes: [CALL], schedules: {} })) {
        await guarded.query(text, params)
      }
      await guarded.exec('set role app')
      const act = scheduleSteps(postgresSchedule({ query: (text, params) => guarded.query(text, params) }))
      expect(await act.busy(ANN)).toEqual(['14:00-15:00'])
      const bookingId = idOf(await act.book('16:00', { candidates: candidates(ANN) }))
      expect(await act.move(bookingId, '18:00')).toMatchObject({ outcome: 'rescheduled' })
      await act.hold('20:00')
    } finally {
      await guarded.close()
    }
  })
})

describe('the Postgres store of schedules on a table of other names', () => {
  // Other names and types, names inside JSON, a column of its own, and nowhere to keep an organisation.
  const table = `
    create type appointment_state as enum ('confirmed', 'in_progress', 'completed', 'cancelled', 'no_show');
    create table appointments (
      appointment_id uuid primary key,
      kind text,
      practitioner text not null,
      "user" text,
      contact jsonb not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      state appointment_state not null,
      extra jsonb,
      room_number integer not null default 7
    )`
  const columns = {
    id: 'appointment_id',
    organizationId: null,
    meetingTypeId: 'kind',
    meetingTypeName: 'contact->>about',
    hostId: 'practitioner',
    hostName: 'contact->practitioner->>name',
    customerId: 'user',
    customerName: 'contact->customer->>name',
    customerEmail: 'extra->>email',
    startTime: 'starts_at',
    endTime: 'ends_at',
    status: 'state',
    metadata: 'extra',
  }
  const options = { platform: 'postgres', table: 'appointments', columns } as const
  let own: PGlite
  beforeAll(async () => {
    own = await openPglite([table, meetingsMigration(options), schedulingMigration(options)])
  })
  afterAll(() => own?.close())

  it('books, moves to another host and cancels, and leaves other columns their defaults', async () => {
    const query: PostgresQuery = (text, params) => own.query(text, params)
    for (const [text, params] of fillScheduleStatements({ meetingTypes: [CALL, PANEL], schedules: {} })) {
      await own.query(text, params)
    }
    const schedule = postgresSchedule({ query, columns })
    const act = scheduleSteps(schedule)
    const bookingId = idOf(
      await act.book('14:00', { customerEmail: 'carl@example.org', metadata: { notes: 'Hi' } }),
    )
    const row = async () => (await own.query('select * from appointments order by starts_at')).rows[0]
    expect(await row()).toMatchObject({
      kind: CALL.id,
      practitioner: ANN,
      contact: { about: 'Call', practitioner: { name: 'Ann' }, customer: { name: 'Carl Customer' } },
      extra: { notes: 'Hi', email: 'carl@example.org', sequence: 0 },
      state: 'confirmed',
      room_number: 7,
    })
    await act.book('16:00', { viewer: KIM, candidates: candidates(ANN) })
    expect(await act.move(bookingId, '16:00')).toMatchObject({
      outcome: 'rescheduled',
      booking: {
        hostId: BEN,
        hostName: 'Ben',
        customerName: 'Carl Customer',
        customerEmail: 'carl@example.org',
      },
    })
    expect(await act.book('16:00', {}, PANEL)).toEqual({ outcome: 'taken' })
    expect(await act.book('18:00', {}, PANEL)).toMatchObject({ outcome: 'booked' })
    const cancelled = await schedule.cancel({ bookingId, viewer: CARL, at: MORNING, reason: null })
    expect(cancelled).toMatchObject({ outcome: 'cancelled', booking: { status: 'cancelled' } })
    expect(await act.busy(BEN)).toEqual(['17:55-18:40'])
  })
})
