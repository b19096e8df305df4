import type { SqlNames } from './sql-names.ts'

/** Who was in which meeting, and when; and the indexes that keep lists fast. */
export function visitsTable({ table, column, value, text }: SqlNames): string {
  // Index expressions name columns without the row.
  const bare = (expression: string) => expression.replace(/\bb\./, '')
  return `\
create table public.meeting_visits (
  id bigint generated always as identity primary key,
  booking_id uuid not null references ${table} (${column('id')}) on delete cascade,
  user_id text not null,
  name text,
  role text not null,
  entered_at timestamptz not null,
  left_at timestamptz
);

-- One open visit per person, however many tabs and retries.
create unique index meeting_visits_open on public.meeting_visits (booking_id, user_id) where left_at is null;
create index meeting_visits_booking on public.meeting_visits (booking_id);

-- Only the server sees visits: enabled, and no policy.
alter table public.meeting_visits enable row level security;
revoke all on public.meeting_visits from anon, authenticated;
grant select, insert, update, delete on public.meeting_visits to service_role;

-- The addresses that make somebody a participant, in lower case: every guest's, and the customer's as long as
-- no account is attached.
create function public.meetings_emails(p_customer_id text, p_customer_email text, p_metadata jsonb)
returns text[] language sql immutable parallel safe set search_path = '' as $$
  select array_remove(
    array(
      select lower(guest ->> 'email')
      from jsonb_array_elements(
        case jsonb_typeof(p_metadata -> 'guests') when 'array' then p_metadata -> 'guests' else '[]' end
      ) as guest
    ) || case when p_customer_id is null then lower(p_customer_email) end,
    null
  )
$$;

-- People's and organisations' ids are compared as text, whatever type their columns have; the indexes follow.
create index meetings_by_host on ${table} ((${bare(text('hostId'))}), ${column('startTime')});
create index meetings_by_customer on ${table} ((${bare(text('customerId'))}), ${column('startTime')});
create index meetings_by_organization on ${table} ((${bare(text('organizationId'))}), ${column('startTime')});
create index meetings_by_email on ${table} using gin (
  public.meetings_emails(${bare(text('customerId'))}, ${bare(value('customerEmail'))}, ${bare(value('metadata'))})
);
create index meetings_live on ${table} (${column('endTime')}) where ${column('status')} = 'in_progress';
`
}
