import type { SqlNames } from '../migration/sql-names.ts'

/** Meeting types and what decides which slots are open. */
export function openingFunctions(names: SqlNames): string {
  return [TYPES, hosted(names), findOpenings(names)].join('\n')
}

const TYPES = `\
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
`

function hosted({ table, value, text }: SqlNames): string {
  const inSpan = `${value('startTime')} >= p_from and ${value('startTime')} < p_to`
  return `\
-- The bookings of a type that a host has in a span of starts and that were not cancelled. Two queries, so that each
-- has its index.
create function public.meetings_hosted(p_host text, p_type uuid, p_from timestamptz, p_to timestamptz)
returns setof ${table} language plpgsql stable set search_path = '' as $$
begin
  return query select b.* from ${table} b
    where ${text('hostId')} = p_host and ${inSpan}
    and ${text('meetingTypeId')} = p_type::text and ${value('status')} <> 'cancelled';
  return query select b.* from ${table} b
    where ${value('metadata')} -> 'hosts' is not null and public.meetings_hosts(${value('metadata')}) @> array[p_host]
    and ${text('hostId')} <> p_host and ${inSpan}
    and ${text('meetingTypeId')} = p_type::text and ${value('status')} <> 'cancelled';
end
$$;
`
}

function findOpenings({ table, value, text }: SqlNames): string {
  return `\
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
    select ${value('id')} from ${table} b
    where ${value('id')} = (p_request ->> 'exceptBookingId')::uuid and ${text('meetingTypeId')} = v_type::text
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
      select coalesce(jsonb_agg(${value('startTime')} order by ${value('startTime')}), '[]')
      from public.meetings_hosted(h.host_id, v_type, v_from - interval '3 days', v_to + interval '3 days') b
      where ${value('id')} is distinct from v_except
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
`
}
