/** Keeping a slot while a form is filled. */
export const HOLD_FUNCTIONS = `\
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
`
