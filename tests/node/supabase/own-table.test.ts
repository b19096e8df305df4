import { readFileSync } from 'node:fs'
import type { BookingRecord, Viewer } from '@meetings/server'
import {
  type MeetingsMigrationOptions,
  meetingsMigration,
  schedulingMigration,
  supabaseStore,
} from '@meetings/server/supabase'
import { runStoreConformance } from '@meetings/server/testing'
import { createClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookingRow, MIGRATION_FILE, SCHEDULING_FILE } from '../../supabase/booking-row.ts'
import { type LocalSupabase, startLocalSupabase } from '../../supabase/start-local-supabase.ts'

let supabase: LocalSupabase
beforeAll(async () => {
  supabase = await startLocalSupabase([
    readFileSync(MIGRATION_FILE, 'utf8'),
    readFileSync(SCHEDULING_FILE, 'utf8'),
  ])
})
afterAll(() => supabase.close())

const HOST = '0c000000-0000-4000-8000-000000000001'
const BOOKING: BookingRecord = {
  id: '0b000000-0000-4000-8000-000000000001',
  organizationId: null,
  meetingTypeId: null,
  meetingTypeName: 'Consultation',
  hostId: HOST,
  hostName: 'Hana Host',
  customerId: null,
  customerName: 'Carl Customer',
  customerEmail: null,
  startTime: '2026-11-22T14:00:00.000Z',
  endTime: '2026-11-22T15:00:00.000Z',
  status: 'confirmed',
  metadata: {},
}
const viewer: Viewer = { userId: HOST, verifiedEmail: null, name: null, adminOf: null }

async function fill(bookings: readonly BookingRecord[]) {
  await supabase.sql('delete from public.bookings')
  const { error } = await supabase.serviceClient().from('bookings').insert(bookings.map(bookingRow))
  if (bookings.length > 0) expect(error).toBeNull()
}

describe('the Supabase store', () => {
  runStoreConformance({
    describe,
    it,
    expect,
    createStore: async (bookings) => {
      await fill(bookings)
      return supabaseStore({ client: supabase.serviceClient() })
    },
  })

  it('keeps its place between starts that differ by a microsecond', async () => {
    await fill([])
    for (const micros of ['000001', '000002', '000003']) {
      await supabase.sql(`
        insert into public.bookings (host_id, host_name, meeting_type_name, customer_name, start_time, end_time, status)
        values ('${HOST}', 'Hana', 'Call', 'Carl', '2026-11-22T14:00:00.${micros}Z', '2026-11-22T15:00:00Z', 'completed')`)
    }
    const store = supabaseStore({ client: supabase.serviceClient() })
    const request = {
      viewer,
      scope: 'all',
      endsAfter: new Date(0),
      forgottenBy: new Date(0),
      limit: 1,
    } as const
    const first = await store.list({ ...request, after: null })
    const second = await store.list({ ...request, after: first.next })
    const third = await store.list({ ...request, after: second.next })
    const ids = [first, second, third].flatMap((page) => page.bookings.map(({ id }) => id))
    expect(new Set(ids).size).toBe(3)
    expect(third.next).toBeNull()
  })

  it('does not reopen a meeting whose time was booked again', async () => {
    await fill([BOOKING])
    const store = supabaseStore({ client: supabase.serviceClient() })
    const now = new Date('2026-11-22T14:00:00Z')
    const enter = () =>
      store.enter({ bookingId: BOOKING.id, viewer, identity: 'hana', at: now, startsBy: now, endsAfter: now })
    await enter()
    await store.leave({ bookingId: BOOKING.id, viewer, at: now })
    const { error } = await supabase
      .serviceClient()
      .from('bookings')
      .insert(bookingRow({ ...BOOKING, id: '0b000000-0000-4000-8000-000000000002' }))
    expect(error).toBeNull()
    expect(await enter()).toMatchObject({ entered: false, started: false, booking: { status: 'completed' } })
    const news = { type: 'connected', roomId: 'room-1', connectionId: 'PA1', identity: 'hana' } as const
    expect(
      await store.settle({ ...news, bookingId: BOOKING.id, at: new Date('2026-11-22T14:01:00Z') }),
    ).toEqual({ status: 'completed', joined: [], left: [], completed: false })
  })

  it('says which key it needs when it was given the publishable one', async () => {
    const client = createClient(supabase.url, supabase.publishableKey, { global: { fetch: supabase.fetch } })
    const store = supabaseStore({ client })
    await expect(
      store.find({ bookingId: BOOKING.id, viewer, forgottenBy: new Date(0) }),
    ).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      cause: { message: expect.stringMatching(/secret \(service role\) key.*SUPABASE_SECRET_KEY/) },
    })
  })
})

describe('the bookings table', () => {
  it('refuses two live bookings of one host at the same time, and takes them back to back', async () => {
    await fill([BOOKING])
    const insert = (start: string, end: string, status: BookingRecord['status'] = 'confirmed') =>
      supabase
        .serviceClient()
        .from('bookings')
        .insert(bookingRow({ ...BOOKING, id: crypto.randomUUID(), startTime: start, endTime: end, status }))
    const overlapping = await insert('2026-11-22T14:30:00Z', '2026-11-22T15:30:00Z')
    expect(overlapping.error?.message).toContain('bookings_host_is_free')
    expect((await insert('2026-11-22T15:00:00Z', '2026-11-22T16:00:00Z')).error).toBeNull()
    expect((await insert('2026-11-22T14:00:00Z', '2026-11-22T15:00:00Z', 'cancelled')).error).toBeNull()
  })

  it('shows people their own rows and lets them write none', async () => {
    const ann = await supabase.signUp({ email: 'ann@example.org', name: 'Ann' })
    const bob = await supabase.signUp({ email: 'bob@example.org', name: 'Bob' })
    await fill([
      { ...BOOKING, hostId: ann.id },
      { ...BOOKING, id: '0b000000-0000-4000-8000-000000000002', customerId: bob.id },
    ])
    const as = (accessToken: string) =>
      createClient(supabase.url, supabase.publishableKey, {
        global: { fetch: supabase.fetch, headers: { authorization: `Bearer ${accessToken}` } },
        auth: { persistSession: false },
      })
    const rowsOf = async (accessToken: string) => (await as(accessToken).from('bookings').select('id')).data
    expect(await rowsOf(ann.accessToken)).toEqual([{ id: BOOKING.id }])
    expect(await rowsOf(bob.accessToken)).toEqual([{ id: '0b000000-0000-4000-8000-000000000002' }])

    // By what is there afterwards, not by errors: where rights are granted anew, row-level security still holds.
    const client = as(ann.accessToken)
    await client.from('bookings').update({ status: 'completed' }).eq('id', BOOKING.id)
    await client.from('bookings').delete().eq('id', BOOKING.id)
    await client.from('bookings').insert(bookingRow({ ...BOOKING, id: crypto.randomUUID(), hostId: ann.id }))
    const after = await supabase.serviceClient().from('bookings').select('id, status').order('id')
    expect(after.data).toEqual([
      { id: BOOKING.id, status: 'confirmed' },
      { id: '0b000000-0000-4000-8000-000000000002', status: 'confirmed' },
    ])
    await supabase.sql(`
      insert into public.meeting_visits (booking_id, user_id, identity, role, entered_at, launched_at)
      values ('${BOOKING.id}', '${ann.id}', 'ann', 'host', now(), now());
      insert into public.meeting_connections values ('${BOOKING.id}', 'PA1', 'RM1', 'ann', now(), null);
      insert into public.meeting_ended_rooms values ('${BOOKING.id}', 'RM0', now());
      insert into public.meeting_admissions (booking_id, user_id, identity, role, removed_at)
      values ('${BOOKING.id}', '${bob.id}', 'bob', 'guest', now());
      insert into public.meeting_locks values ('${BOOKING.id}', now())`)
    await supabase.sql(`
      insert into public.meeting_types (id, name) values ('${BOOKING.id}', 'Call');
      insert into public.meeting_type_hosts (meeting_type_id, host_id, host_name) values ('${BOOKING.id}', '${ann.id}', 'Ann');
      insert into public.host_schedules (host_id, schedule) values ('${ann.id}', '{}');
      insert into public.meeting_holds values
        ('${BOOKING.id}', '${BOOKING.id}', '${ann.id}', now(), now(), now());
      insert into public.meeting_idempotency values ('${ann.id}', 'key', 'asked', '${BOOKING.id}', now())`)
    for (const [table, column] of [
      ['meeting_types', 'id'],
      ['meeting_type_hosts', 'host_id'],
      ['host_schedules', 'host_id'],
      ['meeting_holds', 'id'],
      ['meeting_busy', 'id'],
      ['meeting_idempotency', 'key'],
    ] as const) {
      const kept = await supabase.serviceClient().from(table).select(column)
      expect([table, (kept.data ?? []).length > 0]).toEqual([table, true])
      expect([table, (await client.from(table).select(column)).data ?? []]).toEqual([table, []])
    }
    const kept = ['meeting_visits', 'meeting_connections', 'meeting_ended_rooms']
    for (const table of [...kept, 'meeting_admissions', 'meeting_locks']) {
      expect((await client.from(table).select('booking_id')).data ?? []).toEqual([])
    }

    const forged = { userId: bob.id, adminOfAny: true }
    const found = await client.rpc('meetings_find', {
      p_booking_id: BOOKING.id,
      p_viewer: forged,
      p_forgotten_by: '2026-01-01T00:00:00Z',
    })
    expect(found.error?.message).toContain('permission denied')
  })
})

describe('schedulingMigration', () => {
  it('writes the file that ships with the package', async () => {
    await expect(schedulingMigration()).toMatchFileSnapshot(SCHEDULING_FILE.pathname)
  })
})

describe('meetingsMigration', () => {
  it('writes the file that ships with the package', async () => {
    await expect(meetingsMigration()).toMatchFileSnapshot(MIGRATION_FILE.pathname)
  })

  it.each([
    [{ table: 'bookings; drop table x' }, /table must be/],
    [{ table: 'a.b.c' }, /table must be/],
    [{ table: 'visits', columns: { startTime: "start'" } }, /columns.startTime/],
    [{ table: 'visits', columns: { startTime: 'metadata->>start' } }, /columns.startTime must be a column/],
    [{ table: 'visits', columns: { nonsense: 'x' } }, /columns.nonsense/],
    [{ columns: { startTime: 'starts_at' } }, /give its name as table/],
    [{ platform: 'mysql' }, /platform must be/],
    [{ platform: 'postgres', role: 'app; drop table x' }, /role must be/],
    [{ role: 'app' }, /role must be a name, with platform "postgres"/],
  ])('refuses %j', (options, message) => {
    expect(() => meetingsMigration(options as MeetingsMigrationOptions)).toThrow(message)
  })
})
