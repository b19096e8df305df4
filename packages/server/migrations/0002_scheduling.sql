-- Meetings: what booking needs in the database, after 0001_meetings. Written by schedulingMigration().

create schema if not exists extensions;
create extension if not exists btree_gist with schema extensions;

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

-- Whoever writes what hosts are busy with takes turns, always in the same order: an exclusion constraint alone
-- lets two writers wait for each other. Held until the transaction ends.
create function public.meetings_lock_hosts(p_hosts text[])
returns void language plpgsql set search_path = '' as $$
declare
  v_key bigint;
begin
  for v_key in
    select distinct hashtextextended('meetings:host:' || host, 0) as key from unnest(p_hosts) as host order by key
  loop
    perform pg_advisory_xact_lock(v_key);
  end loop;
end
$$;

-- Everybody who hosts a booking.
create function public.meetings_hosts_of(b public.bookings)
returns text[] language plpgsql immutable set search_path = '' as $$
begin
  return array[b.host_id::text] || public.meetings_hosts(b.metadata);
end
$$;

-- What a booking keeps its hosts busy with: nothing unless it is live.
create function public.meetings_busy_of(b public.bookings)
returns table (host_id text, during tstzrange) language plpgsql immutable set search_path = '' as $$
begin
  if b.status in ('confirmed', 'in_progress') then
    return query select distinct host, tstzrange(
      b.start_time - make_interval(secs => 60 * coalesce((b.metadata -> 'buffers' ->> 'before')::numeric, 0)::double precision),
      b.end_time + make_interval(secs => 60 * coalesce((b.metadata -> 'buffers' ->> 'after')::numeric, 0)::double precision)
    ) from unnest(public.meetings_hosts_of(b)) as host;
  end if;
end
$$;

-- As the owner: whoever may write a booking need not be able to write here.
create function public.meetings_keep_busy(b public.bookings)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    (select y.host_id, y.during from public.meeting_busy y where y.booking_id = b.id
      except select * from public.meetings_busy_of(b))
    union all
    (select * from public.meetings_busy_of(b)
      except select y.host_id, y.during from public.meeting_busy y where y.booking_id = b.id)
  ) then
    return;
  end if;
  delete from public.meeting_busy y where y.booking_id = b.id;
  -- What was written by hand is never refused here: the bookings' own constraints decide that.
  insert into public.meeting_busy (host_id, booking_id, during, exclusive)
    select w.host_id, b.id, w.during, not exists (
      select from public.meeting_busy y where y.host_id = w.host_id and y.during && w.during
    ) from public.meetings_busy_of(b) w;
end
$$;

-- Before the row is written, so that its own constraints are looked at with the lock held.
create function public.meetings_before_booking()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  b public.bookings := new;
begin
  if b.status in ('confirmed', 'in_progress') then
    if tg_op = 'UPDATE' and old.status in ('confirmed', 'in_progress')
      and new.status in ('confirmed', 'in_progress')
      and old.start_time = new.start_time
      and old.end_time = new.end_time
      and old.host_id = new.host_id
      and old.metadata -> 'hosts' is not distinct from new.metadata -> 'hosts'
      and old.metadata -> 'buffers' is not distinct from new.metadata -> 'buffers' then
      return new;
    end if;
    perform public.meetings_lock_hosts(public.meetings_hosts_of(b));
  end if;
  return new;
end
$$;

create function public.meetings_after_booking()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  b public.bookings;
begin
  if tg_op = 'DELETE' then
    delete from public.meeting_busy y where y.booking_id = old.id;
    return null;
  end if;
  if tg_op = 'UPDATE' and old.status in ('confirmed', 'in_progress')
      and new.status in ('confirmed', 'in_progress')
      and old.start_time = new.start_time
      and old.end_time = new.end_time
      and old.host_id = new.host_id
      and old.metadata -> 'hosts' is not distinct from new.metadata -> 'hosts'
      and old.metadata -> 'buffers' is not distinct from new.metadata -> 'buffers' then
    return null;
  end if;
  b := new;
  perform public.meetings_keep_busy(b);
  return null;
end
$$;

create trigger meetings_before_booking
  before insert or update on public.bookings for each row execute function public.meetings_before_booking();
create trigger meetings_after_booking
  after insert or update or delete on public.bookings for each row execute function public.meetings_after_booking();

-- What was booked already; the earliest first, where two of them overlap.
do $$
declare
  b public.bookings;
begin
  for b in select * from public.bookings x where x.status in ('confirmed', 'in_progress')
    order by x.start_time, x.id
  loop
    perform public.meetings_keep_busy(b);
  end loop;
end
$$;

-- Whether a host can take this, apart from a booking that is to be moved. The viewer's own holds and expired ones
-- are in nobody's way.
create function public.meetings_is_free(
  p_host text, p_busy tstzrange, p_user text, p_at timestamptz, p_except uuid
) returns boolean language plpgsql set search_path = '' as $$
begin
  return not exists (
    select from public.meeting_busy y left join public.meeting_holds o on o.id = y.hold_id
    where y.host_id = p_host and y.during && p_busy and (y.booking_id = p_except) is not true
    and (y.hold_id is null or o.expires_at > p_at and o.user_id <> p_user)
  );
end
$$;

-- Makes room: the viewer's hold of this type, and what would not be in the way but for the constraint. In the order
-- of ids, so that two of these never wait for each other.
create function public.meetings_drop_holds(
  p_hosts text[], p_busy tstzrange, p_user text, p_type uuid, p_at timestamptz
) returns void language plpgsql set search_path = '' as $$
declare
  v_ids uuid[];
begin
  v_ids := array(
    select o.id from public.meeting_holds o
    -- Two ways to the few that matter, each by its index: holds of others are as many as people.
    where o.id = any (array(
      select own.id from public.meeting_holds own where own.user_id = p_user and own.meeting_type_id = p_type
      union all
      select other.id
      from public.meeting_busy y join public.meeting_holds other on other.id = y.hold_id
      where y.host_id = any (p_hosts) and y.during && p_busy
      and (other.user_id = p_user or other.expires_at <= p_at)
    ))
    order by o.id for update of o
  );
  -- Mostly there are none, and to plan this takes longer than to find that out.
  if cardinality(v_ids) > 0 then
    delete from public.meeting_holds o where o.id = any (v_ids);
  end if;
end
$$;

create function public.meetings_may_book(t public.meeting_types, p_viewer jsonb)
returns boolean language plpgsql immutable set search_path = '' as $$
begin
  return t.organization_id is null
    or coalesce(t.organization_id = p_viewer ->> 'organizationId', false)
    or coalesce(t.organization_id = p_viewer ->> 'adminOfOrganization', false)
    or coalesce((p_viewer ->> 'adminOfAny')::boolean, false);
end
$$;

create function public.meetings_type(t public.meeting_types)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'id', t.id,
    'organizationId', t.organization_id,
    'name', t.name,
    'description', t.description,
    'hostMode', t.host_mode,
    'hosts', coalesce((
      select jsonb_agg(jsonb_build_object('id', h.host_id, 'name', h.host_name)
        order by h.position, h.host_id collate "C")
      from public.meeting_type_hosts h where h.meeting_type_id = t.id
    ), '[]'),
    'questions', t.questions,
    'rules', jsonb_build_object(
      'durationMinutes', t.duration_minutes,
      'stepMinutes', t.step_minutes,
      'bufferBeforeMinutes', t.buffer_before_minutes,
      'bufferAfterMinutes', t.buffer_after_minutes,
      'minimumNoticeMinutes', t.minimum_notice_minutes,
      'furthestDays', t.furthest_days,
      'dailyMaximum', t.daily_maximum
    ),
    'cancellationCutoffMinutes', t.cancellation_cutoff_minutes
  );
end
$$;

create function public.meetings_list_types(p_viewer jsonb)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return coalesce((
    select jsonb_agg(public.meetings_type(t) order by t.name collate "C", t.id)
    from public.meeting_types t where t.active and public.meetings_may_book(t, p_viewer)
  ), '[]');
end
$$;

create function public.meetings_find_schedule(p_host text)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (select s.schedule from public.host_schedules s where s.host_id = p_host);
end
$$;

create function public.meetings_save_schedule(p_host text, p_schedule jsonb)
returns boolean language plpgsql set search_path = '' as $$
begin
  insert into public.host_schedules as s (host_id, schedule) values (p_host, p_schedule)
    on conflict (host_id) do update set schedule = p_schedule, updated_at = now();
  return true;
end
$$;

-- The bookings of a type that a host has in a span of starts and that were not cancelled. Two queries, so that each
-- has its index.
create function public.meetings_hosted(p_host text, p_type uuid, p_from timestamptz, p_to timestamptz)
returns setof public.bookings language plpgsql stable set search_path = '' as $$
begin
  return query select b.* from public.bookings b
    where b.host_id::text = p_host and b.start_time >= p_from and b.start_time < p_to
    and b.meeting_type_id::text = p_type::text and b.status <> 'cancelled';
  return query select b.* from public.bookings b
    where b.metadata -> 'hosts' is not null and public.meetings_hosts(b.metadata) @> array[p_host]
    and b.host_id::text <> p_host and b.start_time >= p_from and b.start_time < p_to
    and b.meeting_type_id::text = p_type::text and b.status <> 'cancelled';
end
$$;

create function public.meetings_find_openings(p_viewer jsonb, p_request jsonb)
returns jsonb language plpgsql stable set search_path = '' as $$
declare
  t public.meeting_types;
  v_from timestamptz := (p_request ->> 'from')::timestamptz;
  v_to timestamptz := (p_request ->> 'to')::timestamptz;
  v_at timestamptz := (p_request ->> 'at')::timestamptz;
  v_type uuid := (p_request ->> 'meetingTypeId')::uuid;
  v_user text := p_viewer ->> 'userId';
  -- Leaving a booking out tells when it is: only who may move it learns that.
  v_except uuid := (
    select b.id from public.bookings b
    where b.id = (p_request ->> 'exceptBookingId')::uuid and b.meeting_type_id::text = v_type::text
    and public.meetings_role(b, p_viewer) <> 'guest'
  );
  v_around tstzrange;
  v_hosts jsonb;
begin
  select x.* into t from public.meeting_types x
    where x.id = v_type and (x.active and public.meetings_may_book(x, p_viewer) or v_except is not null);
  if not found then
    return null;
  end if;
  v_around := tstzrange(
    v_from - interval '1 day',
    v_to + make_interval(mins => t.duration_minutes + t.buffer_after_minutes) + interval '1 day'
  );

  select coalesce(jsonb_agg(jsonb_build_object(
    'hostId', h.host_id,
    'hostName', h.host_name,
    'schedule', public.meetings_find_schedule(h.host_id),
    'busy', (
      select coalesce(jsonb_agg(jsonb_build_object('start', lower(y.during), 'end', upper(y.during))
        order by y.during), '[]')
      from public.meeting_busy y left join public.meeting_holds o on o.id = y.hold_id
      where y.host_id = h.host_id and y.during && v_around and (y.booking_id = v_except) is not true
      and (y.hold_id is null or o.expires_at > v_at and o.user_id <> v_user)
    ),
    'bookedStarts', (
      -- Wide enough for every date that such a start can fall on, in every zone.
      select coalesce(jsonb_agg(b.start_time order by b.start_time), '[]')
      from public.meetings_hosted(h.host_id, v_type, v_from - interval '3 days', v_to + interval '3 days') b
      where b.id is distinct from v_except
    )
  ) order by h.ahead, h.last_booked_at nulls first, h.host_id collate "C"), '[]') into v_hosts
  from (
    select h.*, (
      select count(*) from public.meetings_hosted(h.host_id, v_type, v_at, 'infinity')
    ) as ahead
    from public.meeting_type_hosts h where h.meeting_type_id = t.id
  ) h;
  return jsonb_build_object('type', public.meetings_type(t), 'hosts', v_hosts);
end
$$;

-- One person's requests take turns, after the locks of hosts. So nobody who has this lock waits for another lock.
create function public.meetings_lock_person(p_user text)
returns void language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('meetings:person:' || p_user, 0));
end
$$;

-- What a request asks to be kept free.
create function public.meetings_requested(p_request jsonb)
returns tstzrange language plpgsql immutable set search_path = '' as $$
begin
  return tstzrange(
    (p_request -> 'busy' ->> 'start')::timestamptz, (p_request -> 'busy' ->> 'end')::timestamptz
  );
end
$$;

-- Who takes it, in the order of showing for "all"; null when it is taken. Their locks are held.
create function public.meetings_choose(
  t public.meeting_types, p_candidates text[], p_busy tstzrange, p_user text, p_at timestamptz, p_except uuid
) returns text[] language plpgsql set search_path = '' as $$
declare
  v_hosts text[];
begin
  -- Only who hosts this type, however old the list is.
  v_hosts := array(
    select h.host_id from public.meeting_type_hosts h
    where h.meeting_type_id = t.id and h.host_id = any (p_candidates)
    and public.meetings_is_free(h.host_id, p_busy, p_user, p_at, p_except)
    order by case when t.host_mode = 'any' then array_position(p_candidates, h.host_id) end,
      h.position, h.host_id collate "C"
  );
  if t.host_mode = 'any' then
    return v_hosts[1:1];
  end if;
  if cardinality(v_hosts) < (select count(*) from public.meeting_type_hosts h where h.meeting_type_id = t.id) then
    return '{}';
  end if;
  return v_hosts;
end
$$;

create function public.meetings_hold(p_viewer jsonb, p_request jsonb)
returns jsonb language plpgsql set search_path = '' as $$
declare
  t public.meeting_types;
  v_hold public.meeting_holds;
  v_hosts text[];
  v_user text := p_viewer ->> 'userId';
  v_at timestamptz := (p_request ->> 'at')::timestamptz;
  v_start timestamptz := (p_request ->> 'start')::timestamptz;
  v_busy tstzrange := public.meetings_requested(p_request);
  v_candidates text[] := array(select jsonb_array_elements_text(p_request -> 'candidates'));
begin
  select x.* into t from public.meeting_types x
    where x.id = (p_request ->> 'meetingTypeId')::uuid and x.active and public.meetings_may_book(x, p_viewer);
  if not found then
    return null;
  end if;
  perform public.meetings_lock_hosts(v_candidates);
  perform public.meetings_lock_person(v_user);

  select o.* into v_hold from public.meeting_holds o where o.user_id = v_user and o.meeting_type_id = t.id;
  if v_hold.start_time = v_start then
    -- The same slot stays with the same host.
    v_candidates := array(
      select candidate from unnest(v_candidates) with ordinality as c (candidate, place)
      order by not exists (
        select from public.meeting_busy y where y.hold_id = v_hold.id and y.host_id = candidate
      ), place
    );
  end if;
  v_hosts := public.meetings_choose(t, v_candidates, v_busy, v_user, v_at, null);
  if cardinality(v_hosts) = 0 then
    return jsonb_build_object('outcome', 'taken');
  end if;

  begin
    perform public.meetings_drop_holds(v_hosts, v_busy, v_user, t.id, v_at);
    insert into public.meeting_holds (id, meeting_type_id, user_id, start_time, end_time, expires_at)
      values (
        coalesce(v_hold.id, gen_random_uuid()), t.id, v_user, v_start,
        (p_request ->> 'end')::timestamptz, (p_request ->> 'expiresAt')::timestamptz
      ) returning * into v_hold;
    insert into public.meeting_busy (host_id, hold_id, during) select host, v_hold.id, v_busy from unnest(v_hosts) as host;
  exception when exclusion_violation then
    return jsonb_build_object('outcome', 'taken');
  end;
  return jsonb_build_object('outcome', 'held', 'hold', jsonb_build_object(
    'id', v_hold.id,
    'meetingTypeId', v_hold.meeting_type_id,
    'start', v_hold.start_time,
    'end', v_hold.end_time,
    'expiresAt', v_hold.expires_at
  ));
end
$$;

create function public.meetings_release_hold(p_viewer jsonb, p_hold_id uuid)
returns boolean language plpgsql set search_path = '' as $$
begin
  delete from public.meeting_holds o where o.id = p_hold_id and o.user_id = p_viewer ->> 'userId';
  return true;
end
$$;

create function public.meetings_host_name(t public.meeting_types, p_host text)
returns text language plpgsql stable set search_path = '' as $$
begin
  return (
    select h.host_name from public.meeting_type_hosts h where h.meeting_type_id = t.id and h.host_id = p_host
  );
end
$$;

-- Who else hosts it, as bookings keep it: null when it is one host's.
create function public.meetings_further_hosts(t public.meeting_types, p_hosts text[])
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_agg(jsonb_build_object('id', host, 'name', public.meetings_host_name(t, host)) order by place)
    from unnest(p_hosts) with ordinality as h (host, place) where place > 1
  );
end
$$;

-- The candidates whose date has room for another meeting of this type.
create function public.meetings_below_maximum(t public.meeting_types, p_candidates jsonb, p_except uuid)
returns text[] language plpgsql set search_path = '' as $$
begin
  return array(
    select c.candidate ->> 'hostId'
    from jsonb_array_elements(p_candidates) with ordinality as c (candidate, place)
    where t.daily_maximum is null or t.daily_maximum > (
      select count(*) from public.meetings_hosted(
        c.candidate ->> 'hostId',
        t.id,
        (c.candidate -> 'day' ->> 'start')::timestamptz,
        (c.candidate -> 'day' ->> 'end')::timestamptz
      ) b
      where b.id is distinct from p_except
    )
    order by c.place
  );
end
$$;

create function public.meetings_book(p_viewer jsonb, p_request jsonb)
returns jsonb language plpgsql set search_path = '' as $$
declare
  t public.meeting_types;
  b public.bookings;
  v_row public.bookings;
  v_key public.meeting_idempotency;
  v_hosts text[];
  v_metadata jsonb;
  v_user text := p_viewer ->> 'userId';
  v_at timestamptz := (p_request ->> 'at')::timestamptz;
  v_start timestamptz := (p_request ->> 'start')::timestamptz;
  v_end timestamptz := (p_request ->> 'end')::timestamptz;
  v_busy tstzrange := public.meetings_requested(p_request);
begin
  select x.* into t from public.meeting_types x where x.id = (p_request ->> 'meetingTypeId')::uuid;
  if not found then
    return null;
  end if;
  perform public.meetings_lock_hosts(array(
    select candidate ->> 'hostId' from jsonb_array_elements(p_request -> 'candidates') as candidate
  ));
  perform public.meetings_lock_person(v_user);

  if p_request -> 'idempotency' ->> 'key' is not null then
    delete from public.meeting_idempotency i
      where i.user_id = v_user and i.created_at <= v_at - interval '24 hours';
    select i.* into v_key from public.meeting_idempotency i
      where i.user_id = v_user and i.key = p_request -> 'idempotency' ->> 'key';
    if found then
      if v_key.fingerprint <> p_request -> 'idempotency' ->> 'fingerprint' then
        return jsonb_build_object('outcome', 'key_reused');
      end if;
      select x.* into b from public.bookings x where x.id = v_key.booking_id;
      if found then
        return jsonb_build_object(
          'outcome', 'replayed', 'booking', to_jsonb(b), 'role', public.meetings_role(b, p_viewer)
        );
      end if;
      -- The booking was deleted: the key has made nothing that is left.
      delete from public.meeting_idempotency i where i.user_id = v_user and i.key = v_key.key;
    end if;
  end if;

  -- After the key: what was booked stays booked when the type is no longer offered.
  if not (t.active and public.meetings_may_book(t, p_viewer)) then
    return null;
  end if;
  v_hosts := public.meetings_choose(
    t, public.meetings_below_maximum(t, p_request -> 'candidates', null), v_busy, v_user, v_at, null
  );
  if cardinality(v_hosts) = 0 then
    return jsonb_build_object('outcome', 'taken');
  end if;

  v_metadata := (p_request -> 'metadata') || jsonb_strip_nulls(jsonb_build_object(
    'hosts', public.meetings_further_hosts(t, v_hosts),
    'buffers', jsonb_build_object(
      'before', t.buffer_before_minutes, 'after', t.buffer_after_minutes
    ),
    'cutoffMinutes', t.cancellation_cutoff_minutes,
    'sequence', 0
  ));
  -- Through JSON, so that every column gets its own type.
  v_row := jsonb_populate_record(null::public.bookings, jsonb_build_object('id', gen_random_uuid(), 'organization_id', t.organization_id, 'meeting_type_id', t.id, 'meeting_type_name', t.name, 'host_id', v_hosts[1], 'host_name', public.meetings_host_name(t, v_hosts[1]), 'customer_id', v_user, 'customer_name', p_request ->> 'customerName', 'customer_email', p_request ->> 'customerEmail', 'start_time', v_start, 'end_time', v_end, 'status', 'confirmed', 'metadata', v_metadata));
  begin
    perform public.meetings_drop_holds(v_hosts, v_busy, v_user, t.id, v_at);
    -- Before the booking: the constraint refuses here, and the booking's trigger finds its work done.
    insert into public.meeting_busy (host_id, booking_id, during)
      select host, v_row.id, v_busy from unnest(v_hosts) as host;
    insert into public.bookings (id, organization_id, meeting_type_id, meeting_type_name, host_id, host_name, customer_id, customer_name, customer_email, start_time, end_time, status, metadata) values (v_row.id, v_row.organization_id, v_row.meeting_type_id, v_row.meeting_type_name, v_row.host_id, v_row.host_name, v_row.customer_id, v_row.customer_name, v_row.customer_email, v_row.start_time, v_row.end_time, v_row.status, v_row.metadata) returning * into b;
  exception when exclusion_violation then
    return jsonb_build_object('outcome', 'taken');
  end;

  update public.meeting_type_hosts h set last_booked_at = v_at
    where h.meeting_type_id = t.id and h.host_id = any (v_hosts);
  if p_request -> 'idempotency' ->> 'key' is not null then
    insert into public.meeting_idempotency (user_id, key, fingerprint, booking_id, created_at) values (
      v_user,
      p_request -> 'idempotency' ->> 'key',
      p_request -> 'idempotency' ->> 'fingerprint',
      b.id,
      v_at
    );
  end if;
  return jsonb_build_object('outcome', 'booked', 'booking', to_jsonb(b), 'role', public.meetings_role(b, p_viewer));
end
$$;

-- Why somebody may not change a booking now; null when they may.
create function public.meetings_refusal(b public.bookings, p_viewer jsonb, p_at timestamptz)
returns text language plpgsql stable set search_path = '' as $$
declare
  v_role text := public.meetings_role(b, p_viewer);
  v_in_charge boolean := v_role = 'host' or public.meetings_administers(b, p_viewer);
  v_cutoff double precision := coalesce((b.metadata ->> 'cutoffMinutes')::numeric, 0);
begin
  if v_role = 'guest' and not v_in_charge then
    return 'forbidden';
  end if;
  if b.status <> 'confirmed' then
    return 'not_confirmed';
  end if;
  if p_at >= b.start_time - make_interval(secs => case when v_in_charge then 0 else 60 * v_cutoff end) then
    return 'too_late';
  end if;
  return null;
end
$$;

create function public.meetings_cancel(p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_reason text)
returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  v_role text;
  v_refusal text;
begin
  select x.* into b from public.bookings x
    where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for no key update;
  if not found then
    return null;
  end if;
  v_role := public.meetings_role(b, p_viewer);
  v_refusal := public.meetings_refusal(b, p_viewer, p_at);
  if v_refusal = 'not_confirmed' and b.status = 'cancelled' then
    v_refusal := 'already';
  end if;
  if v_refusal is null then
    update public.bookings x set status = 'cancelled', metadata = coalesce(b.metadata, '{}') || jsonb_build_object(
      'sequence', coalesce((b.metadata ->> 'sequence')::numeric, 0) + 1
    )
      || jsonb_build_object('cancellation', jsonb_build_object(
        'by', v_role,
        'reason', p_reason,
        'at', to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      ))
      where x.id = p_booking_id returning x.* into b;
  end if;
  return jsonb_build_object('outcome', coalesce(v_refusal, 'cancelled'), 'booking', to_jsonb(b), 'role', v_role);
end
$$;

create function public.meetings_reschedule(p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_request jsonb)
returns jsonb language plpgsql set search_path = '' as $$
declare
  t public.meeting_types;
  b public.bookings;
  v_new public.bookings;
  v_hosts text[];
  v_candidates text[];
  v_metadata jsonb;
  v_role text;
  v_refusal text;
  v_start timestamptz := (p_request ->> 'start')::timestamptz;
  v_end timestamptz := (p_request ->> 'end')::timestamptz;
  v_busy tstzrange := public.meetings_requested(p_request);
begin
  select x.* into b from public.bookings x
    where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for no key update;
  if not found then
    return null;
  end if;
  v_role := public.meetings_role(b, p_viewer);
  v_refusal := public.meetings_refusal(b, p_viewer, p_at);
  if v_refusal is null and b.start_time = v_start then
    v_refusal := 'unchanged';
  end if;
  if v_refusal is not null then
    return jsonb_build_object('outcome', v_refusal, 'booking', to_jsonb(b), 'role', v_role);
  end if;

  -- Not every table keeps it as an id; what is none is of no type.
  select x.* into t from public.meeting_types x where x.id = case
    when b.meeting_type_id::text ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then b.meeting_type_id::text::uuid
  end;
  perform public.meetings_lock_hosts(public.meetings_hosts_of(b) || array(
    select candidate ->> 'hostId' from jsonb_array_elements(p_request -> 'candidates') as candidate
  ));
  perform public.meetings_lock_person(p_viewer ->> 'userId');
  v_candidates := public.meetings_below_maximum(t, p_request -> 'candidates', p_booking_id);
  if b.host_id::text = any (v_candidates) then
    -- Who has the meeting keeps it.
    v_candidates := b.host_id::text || v_candidates;
  end if;
  v_hosts := public.meetings_choose(t, v_candidates, v_busy, p_viewer ->> 'userId', p_at, p_booking_id);
  -- A type that was deleted has nobody to take the meeting.
  if cardinality(coalesce(v_hosts, '{}')) = 0 then
    return jsonb_build_object('outcome', 'taken', 'booking', to_jsonb(b), 'role', v_role);
  end if;

  v_metadata := ((coalesce(b.metadata, '{}') || jsonb_build_object(
      'sequence', coalesce((b.metadata ->> 'sequence')::numeric, 0) + 1
    )) - 'hosts') || jsonb_strip_nulls(jsonb_build_object(
    'hosts', public.meetings_further_hosts(t, v_hosts),
    'buffers', jsonb_build_object('before', t.buffer_before_minutes, 'after', t.buffer_after_minutes)
  ));
  -- Through JSON, so that the host's column gets its own type.
  v_new := jsonb_populate_record(b, jsonb_build_object('host_id', v_hosts[1]));
  begin
    perform public.meetings_drop_holds(v_hosts, v_busy, p_viewer ->> 'userId', t.id, p_at);
    delete from public.meeting_busy y where y.booking_id = p_booking_id;
    insert into public.meeting_busy (host_id, booking_id, during)
      select host, p_booking_id, v_busy from unnest(v_hosts) as host;
    update public.bookings x set
      start_time = v_start,
      end_time = v_end,
      host_id = v_new.host_id,
      host_name = public.meetings_host_name(t, v_hosts[1]),
      metadata = v_metadata
      where x.id = p_booking_id returning x.* into b;
  exception when exclusion_violation then
    return jsonb_build_object('outcome', 'taken', 'booking', to_jsonb(b), 'role', v_role);
  end;
  return jsonb_build_object('outcome', 'rescheduled', 'booking', to_jsonb(b), 'role', v_role);
end
$$;

-- People see what can be booked through the server: row-level security without a policy shows nothing.
alter table public.meeting_types enable row level security;
revoke all on public.meeting_types from anon, authenticated;
grant select, insert, update, delete on public.meeting_types to service_role;
alter table public.meeting_type_hosts enable row level security;
revoke all on public.meeting_type_hosts from anon, authenticated;
grant select, insert, update, delete on public.meeting_type_hosts to service_role;
alter table public.host_schedules enable row level security;
revoke all on public.host_schedules from anon, authenticated;
grant select, insert, update, delete on public.host_schedules to service_role;
alter table public.meeting_holds enable row level security;
revoke all on public.meeting_holds from anon, authenticated;
grant select, insert, update, delete on public.meeting_holds to service_role;
alter table public.meeting_busy enable row level security;
revoke all on public.meeting_busy from anon, authenticated;
grant select, insert, update, delete on public.meeting_busy to service_role;
alter table public.meeting_idempotency enable row level security;
revoke all on public.meeting_idempotency from anon, authenticated;
grant select, insert, update, delete on public.meeting_idempotency to service_role;

-- These functions believe what they are told about the viewer: only the server may call them.
revoke execute on function public.meetings_lock_hosts(text[]) from public, anon, authenticated;
revoke execute on function public.meetings_hosts_of(public.bookings) from public, anon, authenticated;
revoke execute on function public.meetings_busy_of(public.bookings) from public, anon, authenticated;
revoke execute on function public.meetings_keep_busy(public.bookings) from public, anon, authenticated;
revoke execute on function public.meetings_before_booking() from public, anon, authenticated;
revoke execute on function public.meetings_after_booking() from public, anon, authenticated;
revoke execute on function public.meetings_is_free(text, tstzrange, text, timestamptz, uuid) from public, anon, authenticated;
revoke execute on function public.meetings_drop_holds(text[], tstzrange, text, uuid, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_may_book(public.meeting_types, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_type(public.meeting_types) from public, anon, authenticated;
revoke execute on function public.meetings_list_types(jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_find_schedule(text) from public, anon, authenticated;
revoke execute on function public.meetings_save_schedule(text, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_hosted(text, uuid, timestamptz, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_find_openings(jsonb, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_lock_person(text) from public, anon, authenticated;
revoke execute on function public.meetings_requested(jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_choose(public.meeting_types, text[], tstzrange, text, timestamptz, uuid) from public, anon, authenticated;
revoke execute on function public.meetings_hold(jsonb, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_release_hold(jsonb, uuid) from public, anon, authenticated;
revoke execute on function public.meetings_host_name(public.meeting_types, text) from public, anon, authenticated;
revoke execute on function public.meetings_further_hosts(public.meeting_types, text[]) from public, anon, authenticated;
revoke execute on function public.meetings_below_maximum(public.meeting_types, jsonb, uuid) from public, anon, authenticated;
revoke execute on function public.meetings_book(jsonb, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_refusal(public.bookings, jsonb, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_cancel(uuid, jsonb, timestamptz, text) from public, anon, authenticated;
revoke execute on function public.meetings_reschedule(uuid, jsonb, timestamptz, jsonb) from public, anon, authenticated;
grant execute on function public.meetings_lock_hosts(text[]) to service_role;
grant execute on function public.meetings_hosts_of(public.bookings) to service_role;
grant execute on function public.meetings_busy_of(public.bookings) to service_role;
grant execute on function public.meetings_keep_busy(public.bookings) to service_role;
grant execute on function public.meetings_before_booking() to service_role;
grant execute on function public.meetings_after_booking() to service_role;
grant execute on function public.meetings_is_free(text, tstzrange, text, timestamptz, uuid) to service_role;
grant execute on function public.meetings_drop_holds(text[], tstzrange, text, uuid, timestamptz) to service_role;
grant execute on function public.meetings_may_book(public.meeting_types, jsonb) to service_role;
grant execute on function public.meetings_type(public.meeting_types) to service_role;
grant execute on function public.meetings_list_types(jsonb) to service_role;
grant execute on function public.meetings_find_schedule(text) to service_role;
grant execute on function public.meetings_save_schedule(text, jsonb) to service_role;
grant execute on function public.meetings_hosted(text, uuid, timestamptz, timestamptz) to service_role;
grant execute on function public.meetings_find_openings(jsonb, jsonb) to service_role;
grant execute on function public.meetings_lock_person(text) to service_role;
grant execute on function public.meetings_requested(jsonb) to service_role;
grant execute on function public.meetings_choose(public.meeting_types, text[], tstzrange, text, timestamptz, uuid) to service_role;
grant execute on function public.meetings_hold(jsonb, jsonb) to service_role;
grant execute on function public.meetings_release_hold(jsonb, uuid) to service_role;
grant execute on function public.meetings_host_name(public.meeting_types, text) to service_role;
grant execute on function public.meetings_further_hosts(public.meeting_types, text[]) to service_role;
grant execute on function public.meetings_below_maximum(public.meeting_types, jsonb, uuid) to service_role;
grant execute on function public.meetings_book(jsonb, jsonb) to service_role;
grant execute on function public.meetings_refusal(public.bookings, jsonb, timestamptz) to service_role;
grant execute on function public.meetings_cancel(uuid, jsonb, timestamptz, text) to service_role;
grant execute on function public.meetings_reschedule(uuid, jsonb, timestamptz, jsonb) to service_role;
