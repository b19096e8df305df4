import type { BookingRecord } from '@meetings/server'
import { type BookingColumns, meetingsMigration, supabaseStore } from '@meetings/server/supabase'
import { runStoreConformance } from '@meetings/server/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSupabase, startLocalSupabase } from '../../supabase/start-local-supabase.ts'

// A table as somebody might have it: other names, ids as text, names inside JSON, a reserved word, an enum.
const TABLE = `
  create type appointment_state as enum ('confirmed', 'in_progress', 'completed', 'cancelled', 'no_show');
  create table public.appointments (
    appointment_id uuid primary key,
    clinic text,
    practitioner text not null,
    "user" text,
    contact jsonb not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    state appointment_state not null,
    extra jsonb
  );
  grant all on public.appointments to service_role;
`
const columns: Partial<BookingColumns> = {
  id: 'appointment_id',
  organizationId: 'clinic',
  meetingTypeId: null,
  meetingTypeName: 'contact->>about',
  hostId: 'practitioner',
  hostName: 'contact->practitioner->>name',
  customerId: 'user',
  customerName: 'contact->customer->>name',
  customerEmail: 'contact->customer->>email',
  startTime: 'starts_at',
  endTime: 'ends_at',
  status: 'state',
  metadata: 'extra',
}

let supabase: LocalSupabase
beforeAll(async () => {
  supabase = await startLocalSupabase([TABLE, meetingsMigration({ table: 'appointments', columns })])
})
afterAll(() => supabase.close())

describe('the Supabase store on a table of its own names', () => {
  runStoreConformance({ describe, it, expect, createStore })

  it('takes a row without metadata', async () => {
    const store = await createStore([])
    await supabase.sql(`insert into public.appointments values (
      '0b000000-0000-4000-8000-000000000001', null, 'host', null,
      '{"about": "Call", "practitioner": {"name": "H"}, "customer": {"name": "C"}}',
      '2026-11-22T14:00:00Z', '2026-11-22T15:00:00Z', 'confirmed', null)`)
    const viewer = { userId: 'host', verifiedEmail: null, name: null, adminOf: null }
    const now = new Date('2026-11-22T14:00:00Z')
    const entered = await store.enter({
      bookingId: '0b000000-0000-4000-8000-000000000001',
      viewer,
      identity: 'host',
      at: now,
      startsBy: now,
      endsAfter: now,
    })
    expect(entered).toMatchObject({ entered: true, booking: { metadata: {}, customerEmail: null } })
  })

  it('names the column that does not fit', async () => {
    await createStore([])
    await supabase.sql(`insert into public.appointments values (
      '0b000000-0000-4000-8000-000000000001', null, 'host', null, '{}',
      '2026-11-22T14:00:00Z', '2026-11-22T15:00:00Z', 'confirmed', null)`)
    const store = supabaseStore({ client: supabase.serviceClient(), columns })
    const viewer = { userId: 'host', verifiedEmail: null, name: null, adminOf: null }
    await expect(
      store.find({ bookingId: '0b000000-0000-4000-8000-000000000001', viewer, forgottenBy: new Date(0) }),
    ).rejects.toThrow(/meetingTypeName, read from contact->>about/)
  })
})

async function createStore(bookings: readonly BookingRecord[]) {
  await supabase.sql('delete from public.appointments')
  const client = supabase.serviceClient()
  if (bookings.length > 0) {
    const { error } = await client.from('appointments').insert(
      bookings.map((booking) => ({
        appointment_id: booking.id,
        clinic: booking.organizationId,
        practitioner: booking.hostId,
        user: booking.customerId,
        contact: {
          about: booking.meetingTypeName,
          practitioner: { name: booking.hostName },
          customer: { name: booking.customerName, email: booking.customerEmail },
        },
        starts_at: booking.startTime,
        ends_at: booking.endTime,
        state: booking.status,
        extra: booking.metadata,
      })),
    )
    expect(error).toBeNull()
  }
  return supabaseStore({ client, columns })
}
