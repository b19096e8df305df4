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
create index meetings_by_host on public.bookings ((host_id::text), start_time);
create index meetings_by_customer on public.bookings ((customer_id::text), start_time);
create index meetings_by_organization on public.bookings ((organization_id::text), start_time);
create index meetings_by_email on public.bookings using gin (
  public.meetings_emails(customer_id::text, customer_email, metadata)
);
create index meetings_live on public.bookings (end_time) where status = 'in_progress';

-- A viewer is {"userId", "email" (verified, lower case), "name", "adminOfOrganization", "adminOfAny"}.
create function public.meetings_administers(b public.bookings, p_viewer jsonb)
returns boolean language sql immutable set search_path = '' as $$
  select coalesce((p_viewer ->> 'adminOfAny')::boolean, false)
    or coalesce(b.organization_id::text = p_viewer ->> 'adminOfOrganization', false)
$$;

-- Null for a stranger.
create function public.meetings_role(b public.bookings, p_viewer jsonb)
returns text language sql immutable set search_path = '' as $$
  select case
    when b.host_id::text = p_viewer ->> 'userId' then 'host'
    when b.customer_id::text = p_viewer ->> 'userId' then 'customer'
    when b.customer_id is null and lower(b.customer_email) = p_viewer ->> 'email' then 'customer'
    when p_viewer ->> 'email' = any (
      public.meetings_emails(b.customer_id::text, b.customer_email, b.metadata)
    ) then 'guest'
    when public.meetings_administers(b, p_viewer) then 'admin'
  end
$$;

create function public.meetings_found(b public.bookings, p_role text)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'booking', to_jsonb(b),
    'role', p_role,
    'visitors', (
      select coalesce(
        jsonb_agg(jsonb_build_object('userId', v.user_id, 'name', v.name, 'role', v.role) order by v.id),
        '[]'
      )
      from (
        select distinct on (w.user_id) w.* from public.meeting_visits w
        where w.booking_id = b.id
        order by w.user_id, w.id
      ) v
    )
  )
$$;

create function public.meetings_enter(
  p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_starts_by timestamptz, p_ends_after timestamptz
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  v_role text;
  v_entered boolean := false;
  v_new_visit boolean := false;
begin
  -- Membership is part of the query: a stranger neither sees the row nor locks it.
  select x.* into b from public.bookings x
    where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for update;
  if not found then
    return null;
  end if;
  v_role := public.meetings_role(b, p_viewer);

  if (b.start_time <= p_starts_by or public.meetings_administers(b, p_viewer))
    and b.end_time > p_ends_after
    and (
      b.status in ('confirmed', 'in_progress')
      -- Completed because everybody left: it may go on. Completed by a decision: it stays so.
      or (
        b.status = 'completed'
        and coalesce(b.metadata ->> 'endedForAll', 'false') <> 'true'
        and exists (select from public.meeting_visits v where v.booking_id = p_booking_id)
      )
    )
  then
    begin
      if b.status <> 'in_progress' then
        update public.bookings x set status = 'in_progress'
          where x.id = p_booking_id returning x.* into b;
      end if;
      v_entered := true;
    exception when exclusion_violation then
      -- The host's time was booked again since this meeting was completed.
      v_entered := false;
    end;
  end if;

  if v_entered then
    insert into public.meeting_visits (booking_id, user_id, name, role, entered_at)
    values (
      p_booking_id,
      p_viewer ->> 'userId',
      coalesce(p_viewer ->> 'name', (
        select guest ->> 'name'
        from jsonb_array_elements(
          case jsonb_typeof(b.metadata -> 'guests') when 'array' then b.metadata -> 'guests' else '[]' end
        ) as guest
        where lower(guest ->> 'email') = p_viewer ->> 'email'
        limit 1
      )),
      v_role,
      p_at
    )
    on conflict (booking_id, user_id) where left_at is null do nothing;
    v_new_visit := found;
  end if;

  return public.meetings_found(b, v_role) || jsonb_build_object('entered', v_entered, 'newVisit', v_new_visit);
end
$$;

create function public.meetings_leave(
  p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_never_arrived boolean
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b public.bookings;
  v_status public.bookings.status%type := 'completed';
begin
  select x.* into b from public.bookings x
    where x.id = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for update;
  if not found then
    return null;
  end if;

  if p_never_arrived then
    delete from public.meeting_visits v
      where v.booking_id = p_booking_id and v.user_id = p_viewer ->> 'userId' and v.left_at is null;
  else
    update public.meeting_visits v set left_at = greatest(v.entered_at, p_at)
      where v.booking_id = p_booking_id and v.user_id = p_viewer ->> 'userId' and v.left_at is null;
  end if;

  -- Only the visit that ends can end the meeting: leaving twice changes nothing.
  if found and b.status = 'in_progress' and not exists (
    select from public.meeting_visits v where v.booking_id = p_booking_id and v.left_at is null
  ) then
    if not exists (select from public.meeting_visits v where v.booking_id = p_booking_id)
      or p_at < b.start_time and not exists (
        -- Two different people who were in at the same time.
        select from public.meeting_visits one join public.meeting_visits other
          on other.booking_id = one.booking_id
          and other.user_id <> one.user_id
          and other.entered_at < one.left_at
          and one.entered_at < other.left_at
        where one.booking_id = p_booking_id
      )
    then
      v_status := 'confirmed';
    end if;
    update public.bookings x set status = v_status
      where x.id = p_booking_id returning x.* into b;
  end if;

  return jsonb_build_object('bookingId', b.id, 'status', b.status);
end
$$;

-- Calls that nobody left (a crashed browser, a lost request) end here.
create function public.meetings_complete_forgotten(p_forgotten_by timestamptz)
returns void language sql set search_path = '' as $$
  with forgotten as (
    update public.bookings x set status = 'completed'
    where x.id in (
      -- Somebody else's hands on a row mean that it is being taken care of.
      select y.id from public.bookings y
      where y.status = 'in_progress' and y.end_time <= p_forgotten_by
      for update skip locked
    )
    returning x.id as id, x.end_time as end_time
  )
  update public.meeting_visits v set left_at = greatest(v.entered_at, forgotten.end_time)
  from forgotten
  where v.booking_id = forgotten.id and v.left_at is null
$$;

create function public.meetings_find(p_booking_id uuid, p_viewer jsonb, p_forgotten_by timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
begin
  perform public.meetings_complete_forgotten(p_forgotten_by);
  return (
    select public.meetings_found(b, public.meetings_role(b, p_viewer))
    from public.bookings b
    where b.id = p_booking_id and public.meetings_role(b, p_viewer) is not null
  );
end
$$;

create function public.meetings_list(
  p_viewer jsonb, p_scope text, p_ends_after timestamptz, p_forgotten_by timestamptz,
  p_after_start timestamptz, p_after_id uuid, p_limit integer
) returns jsonb language plpgsql set search_path = '' as $$
begin
  perform public.meetings_complete_forgotten(p_forgotten_by);
  if p_scope = 'upcoming' then
    -- A call that runs over is still going on.
    return (
      select coalesce(
        jsonb_agg(jsonb_build_object('booking', to_jsonb(b), 'role', public.meetings_role(b, p_viewer)) order by b.start_time asc, b.id asc),
        '[]'
      )
      from (
        select b.* from public.bookings b
        where (
          b.host_id::text = p_viewer ->> 'userId'
          or b.customer_id::text = p_viewer ->> 'userId'
          or public.meetings_emails(b.customer_id::text, b.customer_email, b.metadata)
            @> array[p_viewer ->> 'email']
          or b.organization_id::text = p_viewer ->> 'adminOfOrganization'
          or (p_viewer ->> 'adminOfAny')::boolean
        )
        and b.status <> 'cancelled'
        and (b.end_time > p_ends_after or b.status = 'in_progress')
        and (p_after_id is null or (b.start_time, b.id) > (p_after_start, p_after_id))
        order by b.start_time asc, b.id asc
        limit p_limit
      ) b
    );
  end if;
  return (
    select coalesce(
      jsonb_agg(jsonb_build_object('booking', to_jsonb(b), 'role', public.meetings_role(b, p_viewer)) order by b.start_time desc, b.id desc),
      '[]'
    )
    from (
      select b.* from public.bookings b
      where (
        b.host_id::text = p_viewer ->> 'userId'
        or b.customer_id::text = p_viewer ->> 'userId'
        or public.meetings_emails(b.customer_id::text, b.customer_email, b.metadata)
          @> array[p_viewer ->> 'email']
        or b.organization_id::text = p_viewer ->> 'adminOfOrganization'
        or (p_viewer ->> 'adminOfAny')::boolean
      )
      and case p_scope
        when 'cancelled' then b.status = 'cancelled'
        when 'past' then b.status not in ('cancelled', 'in_progress') and b.end_time <= p_ends_after
        else true
      end
      and (p_after_id is null or (b.start_time, b.id) < (p_after_start, p_after_id))
      order by b.start_time desc, b.id desc
      limit p_limit
    ) b
  );
end
$$;

-- These functions believe what they are told about the viewer: only the server may call them.
revoke execute on function public.meetings_emails(text, text, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_administers(public.bookings, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_role(public.bookings, jsonb) from public, anon, authenticated;
revoke execute on function public.meetings_found(public.bookings, text) from public, anon, authenticated;
revoke execute on function public.meetings_enter(uuid, jsonb, timestamptz, timestamptz, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_leave(uuid, jsonb, timestamptz, boolean) from public, anon, authenticated;
revoke execute on function public.meetings_complete_forgotten(timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_find(uuid, jsonb, timestamptz) from public, anon, authenticated;
revoke execute on function public.meetings_list(jsonb, text, timestamptz, timestamptz, timestamptz, uuid, integer) from public, anon, authenticated;
grant execute on function public.meetings_emails(text, text, jsonb) to service_role;
grant execute on function public.meetings_administers(public.bookings, jsonb) to service_role;
grant execute on function public.meetings_role(public.bookings, jsonb) to service_role;
grant execute on function public.meetings_found(public.bookings, text) to service_role;
grant execute on function public.meetings_enter(uuid, jsonb, timestamptz, timestamptz, timestamptz) to service_role;
grant execute on function public.meetings_leave(uuid, jsonb, timestamptz, boolean) to service_role;
grant execute on function public.meetings_complete_forgotten(timestamptz) to service_role;
grant execute on function public.meetings_find(uuid, jsonb, timestamptz) to service_role;
grant execute on function public.meetings_list(jsonb, text, timestamptz, timestamptz, timestamptz, uuid, integer) to service_role;
