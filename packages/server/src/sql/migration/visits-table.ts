import type { SqlNames } from './sql-names.ts'

/** Who was in which meeting, and when; what the room told; and the indexes that keep lists fast. */
export function visitsTable({ table, column, value, text }: SqlNames): string {
  // Index expressions name columns without the row.
  const bare = (expression: string) => expression.replace(/\bb\./, '')
  const position = `${column('startTime')}, ${column('id')}`
  return `\
create table public.meeting_visits (
  id bigint generated always as identity primary key,
  booking_id uuid not null references ${table} (${column('id')}) on delete cascade,
  user_id text not null,
  -- What the room calls this person.
  identity text not null,
  name text,
  role text not null,
  entered_at timestamptz not null,
  -- The last time they were let in during this visit, and how often: once per tab and retry.
  launched_at timestamptz not null,
  launches integer not null default 1,
  left_at timestamptz,
  left_by text,
  constraint meeting_visits_left_by_known check (left_by in ('person', 'room', 'end', 'sweep')),
  constraint meeting_visits_left_by_somebody check ((left_at is null) = (left_by is null))
);

-- One open visit per person, however many tabs and retries.
create unique index meeting_visits_open on public.meeting_visits (booking_id, user_id) where left_at is null;
create index meeting_visits_booking on public.meeting_visits (booking_id);

-- What the room service told, in whatever order: a disconnection may be known before its connection.
create table public.meeting_connections (
  booking_id uuid not null references ${table} (${column('id')}) on delete cascade,
  connection_id text not null,
  room_id text not null,
  identity text not null,
  connected_at timestamptz,
  disconnected_at timestamptz,
  primary key (booking_id, connection_id)
);

create table public.meeting_ended_rooms (
  booking_id uuid not null references ${table} (${column('id')}) on delete cascade,
  room_id text not null,
  ended_at timestamptz not null,
  primary key (booking_id, room_id)
);

-- The addresses that make somebody a participant, in lower case: every guest's, and the customer's as long as
-- no account is attached.
create function public.meetings_emails(p_customer_id text, p_customer_email text, p_metadata jsonb)
returns text[] language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return array_remove(
    array(
      select lower(guest ->> 'email')
      from jsonb_array_elements(
        case jsonb_typeof(p_metadata -> 'guests') when 'array' then p_metadata -> 'guests' else '[]' end
      ) as guest
    ) || case when p_customer_id is null then lower(p_customer_email) end,
    null
  );
end
$$;

-- People's and organisations' ids are compared as text, whatever type their columns have; the indexes follow.
create index meetings_by_host on ${table} ((${bare(text('hostId'))}), ${position});
create index meetings_by_customer on ${table} ((${bare(text('customerId'))}), ${position});
create index meetings_by_organization on ${table} ((${bare(text('organizationId'))}), ${position});
create index meetings_cancelled on ${table} ((${bare(text('organizationId'))}), ${position})
  where ${column('status')} = 'cancelled';
create index meetings_by_email on ${table} using gin (
  public.meetings_emails(${bare(text('customerId'))}, ${bare(value('customerEmail'))}, ${bare(value('metadata'))})
);
create index meetings_live on ${table} (${column('endTime')}) where ${column('status')} = 'in_progress';
-- The longest meeting tells how far back one that is still on can have begun.
create index meetings_by_length on ${table} ((extract(epoch from ${column('endTime')} - ${column('startTime')})));
`
}
