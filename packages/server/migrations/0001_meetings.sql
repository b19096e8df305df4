-- Meetings: what @meetings/server needs in the database. Written by meetingsMigration().

create schema if not exists extensions;
create extension if not exists btree_gist with schema extensions;

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

alter table public.bookings enable row level security;
revoke all on public.bookings from anon, authenticated;
grant select on public.bookings to authenticated;
grant select, insert, update, delete on public.bookings to service_role;

create policy "People read their own bookings" on public.bookings
  for select to authenticated
  using (host_id = (select auth.uid()) or customer_id = (select auth.uid()));

create table public.meeting_visits (
  id bigint generated always as identity primary key,
  booking_id uuid not null references public.bookings (id) on delete cascade,
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
  booking_id uuid not null references public.bookings (id) on delete cascade,
  connection_id text not null,
  room_id text not null,
  identity text not null,
  connected_at timestamptz,
  disconnected_at timestamptz,
  primary key (booking_id, connection_id)
);

create table public.meeting_ended_rooms (
  booking_id uuid not null references public.bookings (id) on delete cascade,
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
create index meetings_by_host on public.bookings ((host_id::text), start_time, id);
create index meetings_cancelled_by_host on public.bookings ((host_id::text), start_time, id)
  where status = 'cancelled';
create index meetings_by_customer on public.bookings ((customer_id::text), start_time, id);
create index meetings_cancelled_by_customer on public.bookings ((customer_id::text), start_time, id)
  where status = 'cancelled';
create index meetings_by_email on public.bookings ((lower(customer_email)), start_time, id)
  where customer_id is null;
create index meetings_cancelled_by_email on public.bookings ((lower(customer_email)), start_time, id)
  where customer_id is null and status = 'cancelled';
create index meetings_by_organization on public.bookings ((organization_id::text), start_time, id);
create index meetings_cancelled_by_organization on public.bookings ((organization_id::text), start_time, id)
  where status = 'cancelled';
-- No pending list: a list would read through it every time.
create index meetings_by_guest on public.bookings using gin (public.meetings_guests(metadata))
  with (fastupdate = off) where metadata -> 'guests' is not null;
create index meetings_by_further_host on public.bookings using gin (public.meetings_hosts(metadata))
  with (fastupdate = off) where metadata -> 'hosts' is not null;
create index meetings_live on public.bookings (end_time) where status = 'in_progress';
-- The longest meeting tells how far back one that is still on can have begun.
create index meetings_long on public.bookings (((end_time - start_time))) where (end_time - start_time) > interval '4 hours';

-- What hosts decided about people: who waits until one decides, who was let in, who was removed.
create table public.meeting_admissions (
  booking_id uuid not null references public.bookings (id) on delete cascade,
  user_id text not null,
  -- What the room calls this person.
  identity text not null,
  name text,
  role text not null,
  first_asked_at timestamptz,
  asked_at timestamptz,
  admitted_at timestamptz,
  removed_at timestamptz,
  primary key (booking_id, user_id)
);

create table public.meeting_locks (
  booking_id uuid primary key references public.bookings (id) on delete cascade,
  locked_at timestamptz not null
);

-- A viewer is {"userId", "email" (verified, lower case), "name", "adminOfOrganization", "adminOfAny"}.
create function public.meetings_administers(b public.bookings, p_viewer jsonb)
returns boolean language plpgsql immutable set search_path = '' as $$
begin
  return coalesce((p_viewer ->> 'adminOfAny')::boolean, false)
    or coalesce(b.organization_id::text = p_viewer ->> 'adminOfOrganization', false);
end
$$;

-- Null for a stranger.
create function public.meetings_role(b public.bookings, p_viewer jsonb)
returns text language plpgsql immutable set search_path = '' as $$
begin
  return case
    when b.host_id::text = p_viewer ->> 'userId' then 'host'
    when p_viewer ->> 'userId' = any (public.meetings_hosts(b.metadata)) then 'host'
    when b.customer_id::text = p_viewer ->> 'userId' then 'customer'
    when b.customer_id is null and lower(b.customer_email) = p_viewer ->> 'email' then 'customer'
    when p_viewer ->> 'email' = any (public.meetings_guests(b.metadata)) then 'guest'
    when public.meetings_administers(b, p_viewer) then 'admin'
  end;
end
$$;

-- Who is in, apart from the viewer.
create function public.meetings_presence(p_booking_id uuid, p_user text)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'hostIsIn', coalesce(bool_or(v.role = 'host'), false),
      'others', count(*) filter (where v.user_id <> p_user)
    )
    from public.meeting_visits v where v.booking_id = p_booking_id and v.left_at is null
  );
end
$$;

-- The booking, and each person who entered it once, in the order they first came.
create function public.meetings_found(b public.bookings, p_role text)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'booking', to_jsonb(b),
    'role', p_role,
    'visitors', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'userId', v.user_id,
        'name', v.name,
        'role', v.role,
        'enteredAt', v.entered_at,
        'leftAt', v.last_left_at,
        'leftBy', v.last_left_by
      ) order by v.id), '[]')
      from (
        select distinct on (w.user_id) w.*,
          last_value(w.left_at) over of_person as last_left_at,
          last_value(w.left_by) over of_person as last_left_by
        from public.meeting_visits w
        where w.booking_id = b.id
        window of_person as (
          partition by w.user_id order by w.id rows between unbounded preceding and unbounded following
        )
        order by w.user_id, w.id
      ) v
    )
  );
end
$$;

-- The decision that keeps somebody out whom time and status would let in; null when there is none.
-- p_viewer ->> 'waitingRoom' says who waits: nobody, 'guests' or 'everyone'.
create function public.meetings_barred(b public.bookings, p_viewer jsonb, p_role text)
returns text language plpgsql stable set search_path = '' as $$
declare
  a public.meeting_admissions;
begin
  select x.* into a from public.meeting_admissions x
    where x.booking_id = b.id and x.user_id = p_viewer ->> 'userId';
  return case
    when a.removed_at is not null then 'removed'
    when p_role = 'host' or public.meetings_administers(b, p_viewer) or a.admitted_at is not null then null
    when exists (
      select from public.meeting_visits v
      where v.booking_id = b.id and v.user_id = p_viewer ->> 'userId'
    ) then null
    when exists (select from public.meeting_locks l where l.booking_id = b.id) then 'locked'
    when p_viewer ->> 'waitingRoom' = 'everyone' then 'waiting'
    when p_viewer ->> 'waitingRoom' = 'guests' and p_role = 'guest' then 'waiting'
  end;
end
$$;

-- What is in force in a meeting, and who asked to come in since p_waiting_since.
create function public.meetings_decisions(p_booking_id uuid, p_waiting_since timestamptz)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'isLocked', exists (select from public.meeting_locks l where l.booking_id = p_booking_id),
    'waiting', (
      select coalesce(jsonb_agg(
        jsonb_build_object('userId', a.user_id, 'identity', a.identity, 'name', a.name, 'role', a.role, 'since', a.first_asked_at) order by a.first_asked_at, a.user_id
      ), '[]')
      from public.meeting_admissions a
      where a.booking_id = p_booking_id and a.asked_at > p_waiting_since
      and a.admitted_at is null and a.removed_at is null
      and not exists (
        select from public.meeting_visits v where v.booking_id = a.booking_id and v.user_id = a.user_id
      )
    ),
    'removed', (
      select coalesce(jsonb_agg(jsonb_build_object('userId', a.user_id, 'identity', a.identity, 'name', a.name, 'role', a.role) order by a.removed_at, a.user_id), '[]')
      from public.meeting_admissions a
      where a.booking_id = p_booking_id and a.removed_at is not null
    )
  );
end
$$;

create function public.meetings_moderate(
  p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_waiting_since timestamptz,
  p_action text, p_identity text, p_locked boolean
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  a public.meeting_admissions;
  v_role text;
  v_outcome text := 'done';
  v_changed boolean := false;
  v_left boolean := false;
  v_completed boolean := false;
  v_decisions jsonb := '{"isLocked": false, "waiting": [], "removed": []}';
begin
  if p_action = 'read' then
    select x.* into b from public.bookings x
      where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null;
  else
    -- Entering holds the same row: whoever comes second sees what the first one did.
    select x.* into b from public.bookings x
      where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null
      for no key update;
  end if;
  if not found then
    return null;
  end if;
  v_role := public.meetings_role(b, p_viewer);

  if v_role <> 'host' and not public.meetings_administers(b, p_viewer) then
    v_outcome := 'not_in_charge';
  elsif p_action = 'lock' then
    if p_locked then
      insert into public.meeting_locks (booking_id, locked_at) values (p_booking_id, p_at) on conflict do nothing;
    else
      delete from public.meeting_locks l where l.booking_id = p_booking_id;
    end if;
    v_changed := found;
  elsif p_action <> 'read' then
    -- Whoever was in, or asked to come in, under this identity.
    select x.* into a from public.meeting_admissions x
      where x.booking_id = p_booking_id and x.identity = p_identity limit 1;
    if not found then
      select v.user_id, v.identity, v.name, v.role into a.user_id, a.identity, a.name, a.role
        from public.meeting_visits v
        where v.booking_id = p_booking_id and v.identity = p_identity
        order by v.id desc limit 1;
    end if;
    if a.user_id is null then
      v_outcome := 'unknown_person';
    elsif p_action <> 'remove' then
      v_changed := a.removed_at is not null
        or p_action = 'admit' and a.asked_at is not null and a.admitted_at is null;
      update public.meeting_admissions x set
        removed_at = null,
        admitted_at = case
          when p_action = 'admit' and x.asked_at is not null then coalesce(x.admitted_at, p_at)
          else x.admitted_at
        end
        where v_changed and x.booking_id = p_booking_id and x.user_id = a.user_id;
    elsif a.user_id = p_viewer ->> 'userId'
      or a.role in ('host', 'admin')
      or a.user_id = b.host_id::text
      or a.user_id = any (public.meetings_hosts(b.metadata))
    then
      v_outcome := 'person_in_charge';
    else
      v_changed := a.removed_at is null;
      insert into public.meeting_admissions as x (booking_id, user_id, identity, name, role, removed_at)
        values (p_booking_id, a.user_id, a.identity, a.name, a.role, p_at)
        on conflict (booking_id, user_id) do update set removed_at = p_at, admitted_at = null
        where x.removed_at is null;
      update public.meeting_visits v set left_at = greatest(v.entered_at, p_at), left_by = 'removal'
        where v.booking_id = p_booking_id and v.user_id = a.user_id and v.left_at is null;
      v_left := found;
      if v_left and b.status = 'in_progress' then
        b := public.meetings_close_if_empty(b);
        v_completed := b.status = 'completed';
      end if;
    end if;
  end if;

  if v_outcome <> 'not_in_charge' then
    v_decisions := public.meetings_decisions(p_booking_id, p_waiting_since);
  end if;
  return v_decisions || jsonb_build_object(
    'booking', to_jsonb(b),
    'role', v_role,
    'outcome', v_outcome,
    'changed', v_changed,
    'personId', a.user_id,
    'left', v_left,
    'completed', v_completed
  );
end
$$;

-- Ends a meeting that goes on without anybody in it. It waits to begin again when nothing happened yet: nobody
-- stayed until the start, and no two people met. Its row is held already.
create function public.meetings_close_if_empty(b public.bookings)
returns public.bookings language plpgsql set search_path = '' as $$
declare
  v_status public.bookings.status%type := 'completed';
  v_last_left timestamptz;
begin
  if b.status <> 'in_progress' or exists (
    select from public.meeting_visits v where v.booking_id = b.id and v.left_at is null
  ) then
    return b;
  end if;
  select max(v.left_at) into v_last_left from public.meeting_visits v where v.booking_id = b.id;
  if v_last_left is null or v_last_left < b.start_time and not exists (
    select from public.meeting_visits one join public.meeting_visits other
      on other.booking_id = one.booking_id
      and other.user_id <> one.user_id
      and other.entered_at < one.left_at
      and one.entered_at < other.left_at
    where one.booking_id = b.id
  ) then
    v_status := 'confirmed';
  end if;
  update public.bookings x set status = v_status
    where x.id = b.id returning x.* into b;
  return b;
end
$$;

create function public.meetings_enter(
  p_booking_id uuid, p_viewer jsonb, p_identity text, p_at timestamptz, p_starts_by timestamptz, p_ends_after timestamptz
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  v_role text;
  v_name text;
  v_barred text;
  v_entered boolean;
  v_new_visit boolean := false;
  v_started boolean := false;
begin
  -- Membership is part of the query: a stranger neither sees the row nor locks it.
  select x.* into b from public.bookings x
    where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for no key update;
  if not found then
    return null;
  end if;
  v_role := public.meetings_role(b, p_viewer);
  v_entered := (b.start_time <= p_starts_by or public.meetings_administers(b, p_viewer))
    and b.end_time > p_ends_after
    and (
      b.status in ('confirmed', 'in_progress')
      -- Completed because everybody left: until its end it may go on. Completed by a decision: it stays so. The
      -- grace after the end is for who comes late, not for beginning again.
      or b.end_time > p_at and b.status = 'completed' and not coalesce(b.metadata ->> 'endedForAll', 'false') = 'true' and exists (select from public.meeting_visits v where v.booking_id = p_booking_id)
    );

  if v_entered then
    v_barred := public.meetings_barred(b, p_viewer, v_role);
    v_entered := v_barred is null;
    v_name := coalesce(p_viewer ->> 'name', (
      select guest ->> 'name'
      from jsonb_array_elements(
        case jsonb_typeof(b.metadata -> 'guests') when 'array' then b.metadata -> 'guests' else '[]' end
      ) as guest
      where lower(guest ->> 'email') = p_viewer ->> 'email'
      limit 1
    ));
  end if;

  if v_barred = 'waiting' then
    insert into public.meeting_admissions as a
      (booking_id, user_id, identity, name, role, first_asked_at, asked_at)
    values (p_booking_id, p_viewer ->> 'userId', p_identity, v_name, v_role, p_at, p_at)
    on conflict (booking_id, user_id) do update set
      identity = p_identity, name = v_name, role = v_role,
      first_asked_at = least(a.first_asked_at, p_at), asked_at = greatest(a.asked_at, p_at);
  end if;

  if v_entered and b.status <> 'in_progress' then
    begin
      update public.bookings x set status = 'in_progress'
        where x.id = p_booking_id returning x.* into b;
      v_started := true;
    exception when exclusion_violation then
      -- The host's time was booked again since this meeting was completed.
      v_entered := false;
    end;
  end if;

  if v_entered then
    insert into public.meeting_visits as v (booking_id, user_id, identity, name, role, entered_at, launched_at)
    values (
      p_booking_id,
      p_viewer ->> 'userId',
      p_identity,
      v_name,
      v_role,
      p_at,
      p_at
    )
    on conflict (booking_id, user_id) where left_at is null
      do update set entered_at = least(v.entered_at, p_at), launched_at = greatest(v.launched_at, p_at),
        launches = v.launches + 1
    returning v.launches = 1 into v_new_visit;
  end if;

  return public.meetings_found(b, v_role)
    || jsonb_build_object(
      'barred', v_barred, 'entered', v_entered, 'newVisit', v_new_visit, 'started', v_started
    );
end
$$;

create function public.meetings_leave(
  p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_never_arrived boolean
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  v_user text := p_viewer ->> 'userId';
  v_was_in boolean;
  v_completed boolean := false;
begin
  -- Membership is part of the query: a stranger neither sees the row nor locks it.
  select x.* into b from public.bookings x
    where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for no key update;
  if not found then
    return null;
  end if;
  if p_never_arrived then
    -- Takes one entry back. The visit goes with the last of them.
    update public.meeting_visits v set launches = v.launches - 1
      where v.booking_id = p_booking_id and v.user_id = v_user and v.left_at is null
      and p_at between v.entered_at and v.launched_at;
    delete from public.meeting_visits v
      where v.booking_id = p_booking_id and v.user_id = v_user and v.left_at is null and v.launches = 0;
  else
    update public.meeting_visits v set left_at = greatest(v.entered_at, p_at), left_by = 'person'
      where v.booking_id = p_booking_id and v.user_id = v_user and v.left_at is null;
  end if;

  -- Only a visit that ends can end the meeting: leaving twice changes nothing.
  v_was_in := found;
  if v_was_in and b.status = 'in_progress' then
    b := public.meetings_close_if_empty(b);
    v_completed := b.status = 'completed';
  end if;

  return jsonb_build_object(
    'bookingId', b.id,
    'status', b.status,
    'left', v_was_in and not p_never_arrived,
    'completed', v_completed
  );
end
$$;

create function public.meetings_end(p_booking_id uuid, p_viewer jsonb, p_at timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  v_role text;
  v_ended boolean;
  v_completed boolean;
begin
  -- Membership is part of the query: a stranger neither sees the row nor locks it.
  select x.* into b from public.bookings x
    where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for no key update;
  if not found then
    return null;
  end if;
  v_role := public.meetings_role(b, p_viewer);
  v_completed := b.status = 'in_progress';
  v_ended := (v_role = 'host' or public.meetings_administers(b, p_viewer)) and (
    v_completed
    or b.status = 'completed'
    and exists (select from public.meeting_visits v where v.booking_id = p_booking_id)
  );
  if v_ended then
    update public.bookings x set status = 'completed', metadata = coalesce(x.metadata, '{}') || '{"endedForAll": true}'
      where x.id = p_booking_id returning x.* into b;
    update public.meeting_visits v set left_at = greatest(v.entered_at, p_at), left_by = 'end'
      where v.booking_id = p_booking_id and v.left_at is null;
  end if;
  return jsonb_build_object(
    'booking', to_jsonb(b), 'role', v_role, 'ended', v_ended, 'completed', v_ended and v_completed
  );
end
$$;

-- Whether somebody is in the room through this connection. One that began before they last left by other means
-- than news is of an earlier stay: that its end was never told must not keep them in.
create function public.meetings_is_open(c public.meeting_connections)
returns boolean language plpgsql stable set search_path = '' as $$
begin
  return c.connected_at is not null and c.disconnected_at is null and not exists (
    select from public.meeting_visits v
    where v.booking_id = c.booking_id and v.identity = c.identity
    and v.left_by <> 'room' and v.left_at >= c.connected_at
  );
end
$$;

create function public.meetings_settle(
  p_booking_id uuid, p_type text, p_room_id text, p_connection_id text, p_identity text, p_at timestamptz
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  v_visit public.meeting_visits;
  v_connection public.meeting_connections;
  v_last_seen timestamptz;
  v_joined text[] := '{}';
  v_left text[] := '{}';
  v_completed boolean := false;
  v_removed boolean := false;
begin
  select x.* into b from public.bookings x where x.id = p_booking_id for no key update;
  if not found then
    return null;
  end if;

  if p_type = 'ended' then
    insert into public.meeting_ended_rooms as r (booking_id, room_id, ended_at)
    values (p_booking_id, p_room_id, p_at)
    on conflict (booking_id, room_id) do update set ended_at = least(r.ended_at, p_at);
    update public.meeting_connections c set disconnected_at = least(c.disconnected_at, p_at)
      where c.booking_id = p_booking_id and c.room_id = p_room_id;
  else
    insert into public.meeting_connections as c
      (booking_id, connection_id, room_id, identity, connected_at, disconnected_at)
    values (
      p_booking_id, p_connection_id, p_room_id, p_identity,
      case when p_type = 'connected' then p_at end,
      -- No connection outlives its room.
      least(case when p_type = 'disconnected' then p_at end, (
        select r.ended_at from public.meeting_ended_rooms r
        where r.booking_id = p_booking_id and r.room_id = p_room_id
      ))
    )
    on conflict (booking_id, connection_id) do update set
      connected_at = least(c.connected_at, excluded.connected_at),
      disconnected_at = least(c.disconnected_at, excluded.disconnected_at)
    returning c.* into v_connection;
  end if;

  -- Who has no connection left has left when the last one ended, unless they were let in again since.
  for v_visit in
    select distinct on (v.identity) v.* from public.meeting_visits v
    where v.booking_id = p_booking_id and (
      v.identity = p_identity
      or p_type = 'ended' and (v.left_at is null or v.identity in (
        select c.identity from public.meeting_connections c
        where c.booking_id = p_booking_id and c.room_id = p_room_id
      ))
    )
    order by v.identity, v.id desc
  loop
    select case
        -- Somebody of whom no connection was ever told can only have been in the room that ended.
        when count(*) = 0 then p_at
        when not bool_or(public.meetings_is_open(c)) then max(c.disconnected_at)
      end into v_last_seen
      from public.meeting_connections c
      where c.booking_id = p_booking_id and c.identity = v_visit.identity;
    -- A visit that news ended may turn out to have ended at another time.
    if v_last_seen >= v_visit.launched_at and (v_visit.left_at is null or v_visit.left_by = 'room') then
      update public.meeting_visits v set left_at = greatest(v.entered_at, v_last_seen), left_by = 'room'
        where v.id = v_visit.id;
      if v_visit.left_at is null then
        v_left := v_left || v_visit.user_id;
      end if;
    end if;
  end loop;
  if cardinality(v_left) > 0 and b.status = 'in_progress' then
    b := public.meetings_close_if_empty(b);
    v_completed := b.status = 'completed';
  end if;

  if p_type = 'connected' then
    v_removed := exists (
      select from public.meeting_admissions a
      where a.booking_id = p_booking_id and a.identity = p_identity and a.removed_at is not null
    );
  end if;
  -- Who is connected and not in comes in again, if the meeting may go on.
  if p_type = 'connected' and not v_removed and public.meetings_is_open(v_connection) then
    select v.* into v_visit from public.meeting_visits v
      where v.booking_id = p_booking_id and v.identity = p_identity
      order by v.id desc limit 1;
    if v_visit.left_at is not null
      and v_connection.connected_at < b.end_time + interval '60 minutes'
      and (
        b.status = 'in_progress'
        -- Only what news undid can news do again: nobody else comes into a meeting that waits to begin.
        or b.status = 'confirmed' and v_visit.left_by = 'room'
        or b.status = 'completed' and not coalesce(b.metadata ->> 'endedForAll', 'false') = 'true' and exists (select from public.meeting_visits v where v.booking_id = p_booking_id)
      )
    then
      begin
        if b.status <> 'in_progress' then
          update public.bookings x set status = 'in_progress'
            where x.id = p_booking_id returning x.* into b;
        end if;
        if v_visit.left_by = 'room' then
          update public.meeting_visits v set left_at = null, left_by = null where v.id = v_visit.id;
        else
          insert into public.meeting_visits (booking_id, user_id, identity, name, role, entered_at, launched_at)
          values (
            p_booking_id, v_visit.user_id, p_identity, v_visit.name, v_visit.role,
            v_connection.connected_at, v_connection.connected_at
          );
        end if;
        v_joined := array[v_visit.user_id];
      exception when exclusion_violation then
        -- The host's time was booked again: it stays completed.
      end;
    end if;
  end if;

  return jsonb_build_object(
    'status', b.status,
    'joined', to_jsonb(v_joined),
    'left', to_jsonb(v_left),
    'completed', v_completed,
    -- Times are not compared: those of the room service are rounded, and sending somebody out twice does no harm.
    'isRemoved', v_removed and v_connection.disconnected_at is null
  );
end
$$;

-- Calls that nobody left (a crashed browser, a lost request) end here, the oldest first and not all at once: no
-- read may take long because there are many. Returns the bookings' ids.
create function public.meetings_complete_forgotten(p_forgotten_by timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  v_ids jsonb;
begin
  with forgotten as (
    update public.bookings x set status = 'completed'
    where x.id in (
      -- Somebody else's hands on a row mean that it is being taken care of.
      select y.id from public.bookings y
      where y.status = 'in_progress' and y.end_time <= p_forgotten_by
      order by y.end_time
      limit 100
      for no key update skip locked
    )
    returning x.id as id, x.end_time as end_time
  ), closed as (
    update public.meeting_visits v set left_at = greatest(v.entered_at, forgotten.end_time), left_by = 'sweep'
    from forgotten
    where v.booking_id = forgotten.id and v.left_at is null
  )
  select coalesce(jsonb_agg(forgotten.id), '[]') into v_ids from forgotten;
  return v_ids;
end
$$;

create function public.meetings_find(p_booking_id uuid, p_viewer jsonb, p_forgotten_by timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  v_role text;
  v_forgotten jsonb := '[]';
begin
  select x.* into b from public.bookings x
    where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null;
  if not found then
    return null;
  end if;
  if b.status = 'in_progress' and b.end_time <= p_forgotten_by then
    update public.bookings x set status = 'completed'
      where x.id = p_booking_id
      and x.status = 'in_progress' and x.end_time <= p_forgotten_by;
    if found then
      v_forgotten := jsonb_build_array(p_booking_id);
      update public.meeting_visits v set left_at = greatest(v.entered_at, b.end_time), left_by = 'sweep'
        where v.booking_id = p_booking_id and v.left_at is null;
    end if;
    select x.* into b from public.bookings x where x.id = p_booking_id;
  end if;
  v_role := public.meetings_role(b, p_viewer);
  return public.meetings_found(b, v_role)
    || jsonb_build_object('barred', public.meetings_barred(b, p_viewer, v_role), 'forgotten', v_forgotten);
end
$$;

create function public.meetings_list(
  p_viewer jsonb, p_scope text, p_ends_after timestamptz, p_forgotten_by timestamptz,
  p_after_start timestamptz, p_after_id uuid, p_limit integer
) returns jsonb language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  v_user text := p_viewer ->> 'userId';
  v_email text := p_viewer ->> 'email';
  v_organization text := p_viewer ->> 'adminOfOrganization';
  v_any boolean := coalesce((p_viewer ->> 'adminOfAny')::boolean, false);
  v_invited uuid[];
  v_hosted uuid[];
  v_forgotten jsonb := public.meetings_complete_forgotten(p_forgotten_by);
  v_bookings jsonb;
  -- Where the page starts, so that nothing before it is read.
  v_start timestamptz := p_after_start;
  v_id uuid := p_after_id;
begin
  if v_email is not null then
    v_invited := array(
      select b.id from public.bookings b
      where b.metadata -> 'guests' is not null and public.meetings_guests(b.metadata) @> array[v_email]
    );
  end if;
  v_hosted := array(
    select b.id from public.bookings b
    where b.metadata -> 'hosts' is not null and public.meetings_hosts(b.metadata) @> array[v_user]
  );
  if p_scope = 'upcoming' then
    -- What is still on began no longer ago than the longest meeting lasts.
    v_start := greatest(p_after_start, least(p_ends_after, p_forgotten_by) - coalesce(
      -- In seconds: days would be counted in the session's time zone.
      (select make_interval(secs => extract(epoch from max((end_time - start_time)))) from public.bookings where (end_time - start_time) > interval '4 hours'),
      interval '4 hours'
    ));
    if v_start is distinct from p_after_start then
      v_id := '00000000-0000-0000-0000-000000000000';
    end if;
    select coalesce(
      jsonb_agg(jsonb_build_object(
        'booking', to_jsonb(b),
        'role', case
          when b.host_id::text = v_user then 'host'
          when v_user = any (public.meetings_hosts(b.metadata)) then 'host'
          when b.customer_id::text = v_user then 'customer'
          when b.customer_id is null and lower(b.customer_email) = v_email then 'customer'
          when v_email = any (public.meetings_guests(b.metadata)) then 'guest'
          when v_any or b.organization_id::text = v_organization then 'admin'
        end,
        'presence', case when b.status = 'in_progress' then public.meetings_presence(b.id, v_user) end
      ) order by page.start asc, page.id asc),
      '[]'
    ) into v_bookings
    from (
      select distinct on (m.start, m.id) m.* from (
      (
        select b, b.start_time as start, b.id as id from public.bookings b
        where b.host_id::text = v_user
        and b.status <> 'cancelled' and (b.end_time > p_ends_after or b.status = 'in_progress' and b.end_time > p_forgotten_by)
        and (b.start_time, b.id) > (v_start, v_id)
        order by b.start_time asc, b.id asc limit p_limit
      ) union all (
        select b, b.start_time as start, b.id as id from public.bookings b
        where b.customer_id::text = v_user
        and b.status <> 'cancelled' and (b.end_time > p_ends_after or b.status = 'in_progress' and b.end_time > p_forgotten_by)
        and (b.start_time, b.id) > (v_start, v_id)
        order by b.start_time asc, b.id asc limit p_limit
      ) union all (
        select b, b.start_time as start, b.id as id from public.bookings b
        where b.customer_id is null and lower(b.customer_email) = v_email
        and b.status <> 'cancelled' and (b.end_time > p_ends_after or b.status = 'in_progress' and b.end_time > p_forgotten_by)
        and (b.start_time, b.id) > (v_start, v_id)
        order by b.start_time asc, b.id asc limit p_limit
      ) union all (
        select b, b.start_time as start, b.id as id from public.bookings b
        where b.id = any (v_invited)
        and b.status <> 'cancelled' and (b.end_time > p_ends_after or b.status = 'in_progress' and b.end_time > p_forgotten_by)
        and (b.start_time, b.id) > (v_start, v_id)
        order by b.start_time asc, b.id asc limit p_limit
      ) union all (
        select b, b.start_time as start, b.id as id from public.bookings b
        where b.id = any (v_hosted)
        and b.status <> 'cancelled' and (b.end_time > p_ends_after or b.status = 'in_progress' and b.end_time > p_forgotten_by)
        and (b.start_time, b.id) > (v_start, v_id)
        order by b.start_time asc, b.id asc limit p_limit
      ) union all (
        select b, b.start_time as start, b.id as id from public.bookings b
        where b.organization_id::text = v_organization
        and b.status <> 'cancelled' and (b.end_time > p_ends_after or b.status = 'in_progress' and b.end_time > p_forgotten_by)
        and (b.start_time, b.id) > (v_start, v_id)
        order by b.start_time asc, b.id asc limit p_limit
      ) union all (
        select b, b.start_time as start, b.id as id from public.bookings b
        where v_any
        and b.status <> 'cancelled' and (b.end_time > p_ends_after or b.status = 'in_progress' and b.end_time > p_forgotten_by)
        and (b.start_time, b.id) > (v_start, v_id)
        order by b.start_time asc, b.id asc limit p_limit
      )
      ) m
      order by m.start asc, m.id asc limit p_limit
    ) page cross join lateral (select (page.b).*) b;
  else
    if p_after_start is null then
      -- What is past has begun before now.
      v_start := case when p_scope = 'past' then p_ends_after else 'infinity' end;
      v_id := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    end if;
    if p_scope = 'cancelled' then
      select coalesce(
        jsonb_agg(jsonb_build_object(
          'booking', to_jsonb(b),
          'role', case
            when b.host_id::text = v_user then 'host'
            when v_user = any (public.meetings_hosts(b.metadata)) then 'host'
            when b.customer_id::text = v_user then 'customer'
            when b.customer_id is null and lower(b.customer_email) = v_email then 'customer'
            when v_email = any (public.meetings_guests(b.metadata)) then 'guest'
            when v_any or b.organization_id::text = v_organization then 'admin'
          end,
          'presence', case when b.status = 'in_progress' then public.meetings_presence(b.id, v_user) end
        ) order by page.start desc, page.id desc),
        '[]'
      ) into v_bookings
      from (
        select distinct on (m.start, m.id) m.* from (
        (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.host_id::text = v_user
          and b.status = 'cancelled'
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.customer_id::text = v_user
          and b.status = 'cancelled'
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.customer_id is null and lower(b.customer_email) = v_email
          and b.status = 'cancelled'
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.id = any (v_invited)
          and b.status = 'cancelled'
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.id = any (v_hosted)
          and b.status = 'cancelled'
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.organization_id::text = v_organization
          and b.status = 'cancelled'
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where v_any
          and b.status = 'cancelled'
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        )
        ) m
        order by m.start desc, m.id desc limit p_limit
      ) page cross join lateral (select (page.b).*) b;
    else
      select coalesce(
        jsonb_agg(jsonb_build_object(
          'booking', to_jsonb(b),
          'role', case
            when b.host_id::text = v_user then 'host'
            when v_user = any (public.meetings_hosts(b.metadata)) then 'host'
            when b.customer_id::text = v_user then 'customer'
            when b.customer_id is null and lower(b.customer_email) = v_email then 'customer'
            when v_email = any (public.meetings_guests(b.metadata)) then 'guest'
            when v_any or b.organization_id::text = v_organization then 'admin'
          end,
          'presence', case when b.status = 'in_progress' then public.meetings_presence(b.id, v_user) end
        ) order by page.start desc, page.id desc),
        '[]'
      ) into v_bookings
      from (
        select distinct on (m.start, m.id) m.* from (
        (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.host_id::text = v_user
          and (p_scope = 'all' or b.status <> 'cancelled' and b.end_time <= p_ends_after and not (b.status = 'in_progress' and b.end_time > p_forgotten_by))
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.customer_id::text = v_user
          and (p_scope = 'all' or b.status <> 'cancelled' and b.end_time <= p_ends_after and not (b.status = 'in_progress' and b.end_time > p_forgotten_by))
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.customer_id is null and lower(b.customer_email) = v_email
          and (p_scope = 'all' or b.status <> 'cancelled' and b.end_time <= p_ends_after and not (b.status = 'in_progress' and b.end_time > p_forgotten_by))
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.id = any (v_invited)
          and (p_scope = 'all' or b.status <> 'cancelled' and b.end_time <= p_ends_after and not (b.status = 'in_progress' and b.end_time > p_forgotten_by))
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.id = any (v_hosted)
          and (p_scope = 'all' or b.status <> 'cancelled' and b.end_time <= p_ends_after and not (b.status = 'in_progress' and b.end_time > p_forgotten_by))
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where b.organization_id::text = v_organization
          and (p_scope = 'all' or b.status <> 'cancelled' and b.end_time <= p_ends_after and not (b.status = 'in_progress' and b.end_time > p_forgotten_by))
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        ) union all (
          select b, b.start_time as start, b.id as id from public.bookings b
          where v_any
          and (p_scope = 'all' or b.status <> 'cancelled' and b.end_time <= p_ends_after and not (b.status = 'in_progress' and b.end_time > p_forgotten_by))
          and (b.start_time, b.id) < (v_start, v_id)
          order by b.start_time desc, b.id desc limit p_limit
        )
        ) m
        order by m.start desc, m.id desc limit p_limit
      ) page cross join lateral (select (page.b).*) b;
    end if;
  end if;
  return jsonb_build_object('bookings', v_bookings, 'forgotten', v_forgotten);
end
$$;

-- Answers whether the database can.
create function public.meetings_ping()
returns boolean language sql stable set search_path = '' as $$
  select true
$$;

-- What people were told must not be read by others: row-level security without a policy shows nothing.
alter table public.meeting_visits enable row level security;
revoke all on public.meeting_visits from anon, authenticated;
grant select, insert, update, delete on public.meeting_visits to service_role;
alter table public.meeting_connections enable row level security;
revoke all on public.meeting_connections from anon, authenticated;
grant select, insert, update, delete on public.meeting_connections to service_role;
alter table public.meeting_ended_rooms enable row level security;
revoke all on public.meeting_ended_rooms from anon, authenticated;
grant select, insert, update, delete on public.meeting_ended_rooms to service_role;
alter table public.meeting_admissions enable row level security;
revoke all on public.meeting_admissions from anon, authenticated;
grant select, insert, update, delete on public.meeting_admissions to service_role;
alter table public.meeting_locks enable row level security;
revoke all on public.meeting_locks from anon, authenticated;
grant select, insert, update, delete on public.meeting_locks to service_role;

-- These functions believe what they are told about the viewer: only the server may call them.
revoke execute on function public.meetings_guests(jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_hosts(jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_presence(uuid, text) from public, anon, authenticated;
revoke execute on function public.meetings_administers(public.bookings, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_role(public.bookings, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_found(public.bookings, text) from public, anon, authenticated;
revoke execute on function public.meetings_close_if_empty(public.bookings) from public, anon, authenticated;
revoke execute on function public.meetings_barred(public.bookings, jsonb, text) from public, anon, authenticated;
revoke execute on function public.meetings_decisions(uuid, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_moderate(uuid, jsonb, timestamptz, timestamptz, text, text, boolean) from public, anon, authenticated;
revoke execute on function public.meetings_enter(uuid, jsonb, text, timestamptz, timestamptz, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_leave(uuid, jsonb, timestamptz, boolean) from public, anon, authenticated;
revoke execute on function public.meetings_end(uuid, jsonb, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_is_open(public.meeting_connections) from public, anon, authenticated;
revoke execute on function public.meetings_settle(uuid, text, text, text, text, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_complete_forgotten(timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_find(uuid, jsonb, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_list(jsonb, text, timestamptz, timestamptz, timestamptz, uuid, integer) from public, anon, authenticated;
revoke execute on function public.meetings_ping() from public, anon, authenticated;
grant execute on function public.meetings_guests(jsonb) to service_role;
grant execute on function public.meetings_hosts(jsonb) to service_role;
grant execute on function public.meetings_presence(uuid, text) to service_role;
grant execute on function public.meetings_administers(public.bookings, jsonb) to service_role;
grant execute on function public.meetings_role(public.bookings, jsonb) to service_role;
grant execute on function public.meetings_found(public.bookings, text) to service_role;
grant execute on function public.meetings_close_if_empty(public.bookings) to service_role;
grant execute on function public.meetings_barred(public.bookings, jsonb, text) to service_role;
grant execute on function public.meetings_decisions(uuid, timestamptz) to service_role;
grant execute on function public.meetings_moderate(uuid, jsonb, timestamptz, timestamptz, text, text, boolean) to service_role;
grant execute on function public.meetings_enter(uuid, jsonb, text, timestamptz, timestamptz, timestamptz) to service_role;
grant execute on function public.meetings_leave(uuid, jsonb, timestamptz, boolean) to service_role;
grant execute on function public.meetings_end(uuid, jsonb, timestamptz) to service_role;
grant execute on function public.meetings_is_open(public.meeting_connections) to service_role;
grant execute on function public.meetings_settle(uuid, text, text, text, text, timestamptz) to service_role;
grant execute on function public.meetings_complete_forgotten(timestamptz) to service_role;
grant execute on function public.meetings_find(uuid, jsonb, timestamptz) to service_role;
grant execute on function public.meetings_list(jsonb, text, timestamptz, timestamptz, timestamptz, uuid, integer) to service_role;
grant execute on function public.meetings_ping() to service_role;
