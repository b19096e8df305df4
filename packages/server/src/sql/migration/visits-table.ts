import type { SqlNames } from './sql-names.ts'

/** Longer meetings are few, so that the index of their lengths is small. */
export const USUAL_LENGTH = `interval '4 hours'`

/** How long the meeting of an unnamed row is. */
export function meetingLength({ column }: SqlNames): string {
  return `(${column('endTime')} - ${column('startTime')})`
}

/** Whether the row `b` can have guests at all. */
export function hasGuests({ value }: SqlNames): string {
  return `${value('metadata')} -> 'guests' is not null`
}

/** Whether the row `b` has more than one host. */
export function hasHosts({ value }: SqlNames): string {
  return `${value('metadata')} -> 'hosts' is not null`
}

/** Who was in which meeting, and when; what the room told; and the indexes that keep lists fast. */
export function visitsTable(names: SqlNames): string {
  const { table, column, value, text, has } = names
  // Index expressions name columns without the row.
  const bare = (expression: string) => expression.replace(/\bb\./, '')
  const length = meetingLength(names)
  const inOrder = (name: string, key: string, condition?: string) => {
    const columns = `((${bare(key)}), ${column('startTime')}, ${column('id')})`
    const conditions = condition === undefined ? [] : [bare(condition)]
    const where = (parts: string[]) => (parts.length === 0 ? '' : `\n  where ${parts.join(' and ')}`)
    const cancelled = where([...conditions, `${column('status')} = 'cancelled'`])
    return `\
create index meetings_by_${name} on ${table} ${columns}${where(conditions)};
create index meetings_cancelled_by_${name} on ${table} ${columns}${cancelled};`
  }
  const withoutAccount = has('customerId') ? `${value('customerId')} is null` : undefined
  const byHosts = `\
create index meetings_by_further_host on ${table} using gin (public.meetings_hosts(${bare(value('metadata'))}))
  with (fastupdate = off) where ${bare(hasHosts(names))};`
  const byGuest = `\
-- No pending list: a list would read through it every time.
create index meetings_by_guest on ${table} using gin (public.meetings_guests(${bare(value('metadata'))}))
  with (fastupdate = off) where ${bare(hasGuests(names))};`

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
  constraint meeting_visits_left_by_known check (left_by in ('person', 'room', 'end', 'removal', 'sweep')),
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

-- The guests' addresses, in lower case.
create function public.meetings_guests(p_metadata jsonb)
returns text[] language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return array(
    select lower(guest ->> 'email')
    from jsonb_array_elements(
      case jsonb_typeof(p_metadata -> 'guests') when 'array' then p_metadata -> 'guests' else '[]' end
    ) as guest
    where guest ->> 'email' is not null
  );
end
$$;

-- The ids of those who host a meeting besides its first host.
create function public.meetings_hosts(p_metadata jsonb)
returns text[] language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return array(
    select host ->> 'id'
    from jsonb_array_elements(
      case jsonb_typeof(p_metadata -> 'hosts') when 'array' then p_metadata -> 'hosts' else '[]' end
    ) as host
    where jsonb_typeof(host -> 'id') = 'string'
  );
end
$$;

-- Every way of belonging to a booking has an index in the order of lists, and another for the few that were
-- cancelled. People's and organisations' ids are compared as text, whatever type their columns have.
${[
  inOrder('host', text('hostId')),
  ...(has('customerId') ? [inOrder('customer', text('customerId'))] : []),
  ...(has('customerEmail') ? [inOrder('email', `lower(${value('customerEmail')})`, withoutAccount)] : []),
  ...(has('organizationId') ? [inOrder('organization', text('organizationId'))] : []),
  ...(has('metadata') ? [byGuest, byHosts] : []),
].join('\n')}
create index meetings_live on ${table} (${column('endTime')}) where ${column('status')} = 'in_progress';
-- The longest meeting tells how far back one that is still on can have begun.
create index meetings_long on ${table} ((${length})) where ${length} > ${USUAL_LENGTH};
`
}
