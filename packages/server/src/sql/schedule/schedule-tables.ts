/** What can be booked, when hosts can be met, and what they are busy with. */
export const SCHEDULE_TABLES = `\
create table public.meeting_types (
  id uuid primary key default gen_random_uuid(),
  -- Null: anybody may book it. As text, whatever type your organisations' ids have.
  organization_id text,
  name text not null,
  description text,
  -- Others are kept for the bookings that were made of them.
  active boolean not null default true,
  -- One host who is free is enough, or all of them take part.
  host_mode text not null default 'any',
  duration_minutes integer not null default 30,
  step_minutes integer not null default 15,
  buffer_before_minutes integer not null default 0,
  buffer_after_minutes integer not null default 0,
  minimum_notice_minutes integer not null default 0,
  furthest_days integer not null default 60,
  daily_maximum integer,
  cancellation_cutoff_minutes integer not null default 0,
  -- [{"id", "label", "type": "text" | "long_text" | "choice" | "checkbox", "required", "options"?}]
  questions jsonb not null default '[]',
  created_at timestamptz not null default now(),
  constraint meeting_types_host_mode_known check (host_mode in ('any', 'all')),
  constraint meeting_types_minutes_make_sense check (
    duration_minutes > 0 and step_minutes > 0 and buffer_before_minutes >= 0 and buffer_after_minutes >= 0
    and minimum_notice_minutes >= 0 and furthest_days >= 0 and daily_maximum >= 0
    and cancellation_cutoff_minutes >= 0
  ),
  constraint meeting_types_questions_are_a_list check (jsonb_typeof(questions) = 'array')
);

create table public.meeting_type_hosts (
  meeting_type_id uuid not null references public.meeting_types (id) on delete cascade,
  host_id text not null,
  host_name text not null,
  -- In which order hosts are shown.
  position integer not null default 0,
  -- Among equals it is the turn of whom this is longest ago.
  last_booked_at timestamptz,
  primary key (meeting_type_id, host_id)
);

create table public.host_schedules (
  host_id text primary key,
  -- {"timeZone", "weekly": [{"weekday", "from", "to"}], "overrides": [{"date", "intervals"}], "timeOff": [{"from", "to"}]}
  schedule jsonb not null,
  updated_at timestamptz not null default now()
);

-- Slots kept for somebody who fills the form: one per person and type.
create table public.meeting_holds (
  id uuid primary key,
  meeting_type_id uuid not null references public.meeting_types (id) on delete cascade,
  user_id text not null,
  start_time timestamptz not null,
  end_time timestamptz not null,
  expires_at timestamptz not null,
  constraint meeting_holds_one_each unique (user_id, meeting_type_id)
);
create index meeting_holds_expiry on public.meeting_holds (expires_at);

-- Every range in which a host cannot take another meeting: live bookings and holds, with their buffers.
create table public.meeting_busy (
  id bigint generated always as identity primary key,
  host_id text not null,
  booking_id uuid,
  hold_id uuid references public.meeting_holds (id) on delete cascade,
  during tstzrange not null,
  -- False where a booking was written over another one by hand: it counts, and it was not to be refused.
  exclusive boolean not null default true,
  constraint meeting_busy_with_one_thing check ((booking_id is null) <> (hold_id is null)),
  constraint meeting_busy_once exclude using gist (host_id with =, during with &&) where (exclusive)
);
create index meeting_busy_by_host on public.meeting_busy using gist (host_id, during);
create index meeting_busy_by_booking on public.meeting_busy (booking_id) where booking_id is not null;
create index meeting_busy_by_hold on public.meeting_busy (hold_id) where hold_id is not null;

-- Which booking a request with an Idempotency-Key has made.
create table public.meeting_idempotency (
  user_id text not null,
  key text not null,
  fingerprint text not null,
  booking_id uuid not null,
  created_at timestamptz not null,
  primary key (user_id, key)
);
`
