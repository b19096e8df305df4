import { roleExpression } from './membership-functions.ts'
import type { SqlNames } from './sql-names.ts'
import { hasGuests, hasHosts, meetingLength, USUAL_LENGTH } from './visits-table.ts'

/** Finding one booking and listing a person's, and completing what was forgotten on the way. */
export function readFunctions(names: SqlNames): string {
  return [forgottenFunction(names), findFunction(names), listFunction(names)].join('\n')
}

function forgottenFunction({ table, column }: SqlNames): string {
  return `\
-- Calls that nobody left (a crashed browser, a lost request) end here, the oldest first and not all at once: no
-- read may take long because there are many. Returns the bookings' ids.
create function public.meetings_complete_forgotten(p_forgotten_by timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  v_ids jsonb;
begin
  with forgotten as (
    update ${table} x set ${column('status')} = 'completed'
    where x.${column('id')} in (
      -- Somebody else's hands on a row mean that it is being taken care of.
      select y.${column('id')} from ${table} y
      where y.${column('status')} = 'in_progress' and y.${column('endTime')} <= p_forgotten_by
      order by y.${column('endTime')}
      limit 100
      for no key update skip locked
    )
    returning x.${column('id')} as id, x.${column('endTime')} as end_time
  ), closed as (
    update public.meeting_visits v set left_at = greatest(v.entered_at, forgotten.end_time), left_by = 'sweep'
    from forgotten
    where v.booking_id = forgotten.id and v.left_at is null
  )
  select coalesce(jsonb_agg(forgotten.id), '[]') into v_ids from forgotten;
  return v_ids;
end
$$;
`
}

function findFunction({ table, column, value }: SqlNames): string {
  return `\
create function public.meetings_find(p_booking_id uuid, p_viewer jsonb, p_forgotten_by timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  b ${table};
  v_role text;
  v_forgotten jsonb := '[]';
begin
  select x.* into b from ${table} x
    where x.${column('id')} = p_booking_id and public.meetings_role(x, p_viewer) is not null;
  if not found then
    return null;
  end if;
  if ${value('status')} = 'in_progress' and ${value('endTime')} <= p_forgotten_by then
    update ${table} x set ${column('status')} = 'completed'
      where x.${column('id')} = p_booking_id
      and x.${column('status')} = 'in_progress' and x.${column('endTime')} <= p_forgotten_by;
    if found then
      v_forgotten := jsonb_build_array(p_booking_id);
      update public.meeting_visits v set left_at = greatest(v.entered_at, ${value('endTime')}), left_by = 'sweep'
        where v.booking_id = p_booking_id and v.left_at is null;
    end if;
    select x.* into b from ${table} x where x.${column('id')} = p_booking_id;
  end if;
  v_role := public.meetings_role(b, p_viewer);
  return public.meetings_found(b, v_role)
    || jsonb_build_object('barred', public.meetings_barred(b, p_viewer, v_role), 'forgotten', v_forgotten);
end
$$;
`
}

function listFunction(names: SqlNames): string {
  const { table, value } = names
  const status = value('status')
  const end = value('endTime')
  // A call that runs over is still going on, until it is forgotten.
  const runsOver = `${status} = 'in_progress' and ${end} > p_forgotten_by`
  const upcoming = `${status} <> 'cancelled' and (${end} > p_ends_after or ${runsOver})`
  const pastOrAll = `(p_scope = 'all' or ${status} <> 'cancelled' and ${end} <= p_ends_after and not (${runsOver}))`
  const length = meetingLength(names)
  const shared = `\
  v_hosted := array(
    select ${value('id')} from ${table} b
    where ${hasHosts(names)} and public.meetings_hosts(${value('metadata')}) @> array[v_user]
  );
`
  const invited = `\
  if v_email is not null then
    v_invited := array(
      select ${value('id')} from ${table} b
      where ${hasGuests(names)} and public.meetings_guests(${value('metadata')}) @> array[v_email]
    );
  end if;
`
  // Planning would take longer than reading, and the plan is the same for everybody.
  return `\
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
${names.has('metadata') ? invited + shared : ''}\
  if p_scope = 'upcoming' then
    -- What is still on began no longer ago than the longest meeting lasts.
    v_start := greatest(p_after_start, least(p_ends_after, p_forgotten_by) - coalesce(
      -- In seconds: days would be counted in the session's time zone.
      (select make_interval(secs => extract(epoch from max(${length}))) from ${table} where ${length} > ${USUAL_LENGTH}),
      ${USUAL_LENGTH}
    ));
    if v_start is distinct from p_after_start then
      v_id := '00000000-0000-0000-0000-000000000000';
    end if;
${pageQuery(names, 'asc', upcoming)}
  else
    if p_after_start is null then
      -- What is past has begun before now.
      v_start := case when p_scope = 'past' then p_ends_after else 'infinity' end;
      v_id := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    end if;
    if p_scope = 'cancelled' then
${pageQuery(names, 'desc', `${status} = 'cancelled'`, '      ')}
    else
${pageQuery(names, 'desc', pastOrAll, '      ')}
    end if;
  end if;
  return jsonb_build_object('bookings', v_bookings, 'forgotten', v_forgotten);
end
$$;
`
}

/**
 * One page. Each way of belonging to a booking is a query of its own, so that each walks its index in the order
 * of the list and stops when the page is full; what they find twice is dropped.
 */
function pageQuery(names: SqlNames, order: 'asc' | 'desc', scope: string, indent = '    '): string {
  const { table, value, text, has } = names
  const start = value('startTime')
  const id = value('id')
  const members = [
    `${text('hostId')} = v_user`,
    ...(has('customerId') ? [`${text('customerId')} = v_user`] : []),
    ...(has('customerEmail')
      ? [`${value('customerId')} is null and lower(${value('customerEmail')}) = v_email`]
      : []),
    ...(has('metadata') ? [`${id} = any (v_invited)`, `${id} = any (v_hosted)`] : []),
    ...(has('organizationId') ? [`${text('organizationId')} = v_organization`] : []),
    'v_any',
  ]
  const branches = members.map(
    (member) => `(
    select b, ${start} as start, ${id} as id from ${table} b
    where ${member}
    and ${scope}
    and (${start}, ${id}) ${order === 'asc' ? '>' : '<'} (v_start, v_id)
    order by ${start} ${order}, ${id} ${order} limit p_limit
  )`,
  )
  const role = roleExpression(names, {
    userId: 'v_user',
    email: 'v_email',
    administers: `v_any or ${text('organizationId')} = v_organization`,
  })
  return `\
select coalesce(
  jsonb_agg(jsonb_build_object(
    'booking', to_jsonb(b),
    'role', ${role.replaceAll('\n', '\n    ')},
    'presence', case when ${value('status')} = 'in_progress' then public.meetings_presence(${id}, v_user) end
  ) order by page.start ${order}, page.id ${order}),
  '[]'
) into v_bookings
from (
  select distinct on (m.start, m.id) m.* from (
  ${branches.join(' union all ')}
  ) m
  order by m.start ${order}, m.id ${order} limit p_limit
) page cross join lateral (select (page.b).*) b;`.replace(/^/gm, indent)
}
