import type { MigrationPlatform } from './permissions.ts'

/** The table for those who have none yet. */
export function bookingsTable(platform: MigrationPlatform): string {
  return `\
${gistExtension(platform)}
create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid,
  meeting_type_id uuid,
  -- Names as they were when the meeting was booked: a later rename does not rewrite the past.
  meeting_type_name text not null,
  host_id uuid not null,
  host_name text not null,
  -- Null when booked by e-mail, without an account; then customer_email says whose it is.
  customer_id uuid,
  customer_name text not null,
  customer_email text,
  start_time timestamptz not null,
  end_time timestamptz not null,
  status text not null default 'confirmed',
  -- {"guests": [{"email", "name"}]} are invited too; {"endedForAll": true} keeps a completed meeting closed.
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint bookings_end_after_start check (end_time > start_time),
  constraint bookings_status_known check (status in ('confirmed', 'in_progress', 'completed', 'cancelled')),
  constraint bookings_metadata_is_object check (jsonb_typeof(metadata) = 'object'),
  constraint bookings_host_is_free exclude using gist (
    host_id with =,
    tstzrange(start_time, end_time) with &&
  ) where (status in ('confirmed', 'in_progress'))
);
${platform === 'supabase' ? POLICIES_OF_SUPABASE : ''}`
}

/** What an exclusion constraint over a host and a time needs. */
export function gistExtension(platform: MigrationPlatform): string {
  return platform === 'supabase' ? EXTENSION_OF_SUPABASE : EXTENSION
}

const EXTENSION = 'create extension if not exists btree_gist;\n'

const EXTENSION_OF_SUPABASE = `\
create schema if not exists extensions;
create extension if not exists btree_gist with schema extensions;
`

/** People read their own rows, the server writes. */
const POLICIES_OF_SUPABASE = `
alter table public.bookings enable row level security;
revoke all on public.bookings from anon, authenticated;
grant select on public.bookings to authenticated;
grant select, insert, update, delete on public.bookings to service_role;

create policy "People read their own bookings" on public.bookings
  for select to authenticated
  using (host_id = (select auth.uid()) or customer_id = (select auth.uid()));
`
