import type { SqlNames } from './sql-names.ts'

/** Entering, leaving and ending: each one transaction that holds the booking's row first, then its visits. */
export function visitFunctions(names: SqlNames): string {
  return [closeFunction(names), enterFunction(names), leaveFunction(names), endFunction(names)].join('\n')
}

/** SQL that finds the row `b` of a member and holds it. */
function holdMember({ table, column }: SqlNames): string {
  return `\
  -- Membership is part of the query: a stranger neither sees the row nor locks it.
  select x.* into b from ${table} x
    where x.${column('id')} = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for no key update;
  if not found then
    return null;
  end if;`
}

/** True when a completed meeting `b` was completed by everybody leaving, and may go on. */
export function mayGoOn({ value, has }: SqlNames): string {
  const visits = 'select from public.meeting_visits v where v.booking_id = p_booking_id'
  const closed = has('metadata')
    ? `coalesce(${value('metadata')} ->> 'endedForAll', 'false') = 'true'`
    : `exists (${visits} and v.left_by = 'end')`
  return `${value('status')} = 'completed' and not ${closed} and exists (${visits})`
}

function closeFunction({ table, column, value }: SqlNames): string {
  return `\
-- Ends a meeting that goes on without anybody in it. It waits to begin again when nothing happened yet: nobody
-- stayed until the start, and no two people met. Its row is held already.
create function public.meetings_close_if_empty(b ${table})
returns ${table} language plpgsql set search_path = '' as $$
declare
  v_status ${table}.${column('status')}%type := 'completed';
  v_last_left timestamptz;
begin
  if ${value('status')} <> 'in_progress' or exists (
    select from public.meeting_visits v where v.booking_id = ${value('id')} and v.left_at is null
  ) then
    return b;
  end if;
  select max(v.left_at) into v_last_left from public.meeting_visits v where v.booking_id = ${value('id')};
  if v_last_left is null or v_last_left < ${value('startTime')} and not exists (
    select from public.meeting_visits one join public.meeting_visits other
      on other.booking_id = one.booking_id
      and other.user_id <> one.user_id
      and other.entered_at < one.left_at
      and one.entered_at < other.left_at
    where one.booking_id = ${value('id')}
  ) then
    v_status := 'confirmed';
  end if;
  update ${table} x set ${column('status')} = v_status
    where x.${column('id')} = ${value('id')} returning x.* into b;
  return b;
end
$$;
`
}

function enterFunction(names: SqlNames): string {
  const { table, column, value } = names
  return `\
create function public.meetings_enter(
  p_booking_id uuid, p_viewer jsonb, p_identity text, p_at timestamptz, p_starts_by timestamptz, p_ends_after timestamptz
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b ${table};
  v_role text;
  v_name text;
  v_barred text;
  v_entered boolean;
  v_new_visit boolean := false;
  v_started boolean := false;
begin
${holdMember(names)}
  v_role := public.meetings_role(b, p_viewer);
  v_entered := (${value('startTime')} <= p_starts_by or public.meetings_administers(b, p_viewer))
    and ${value('endTime')} > p_ends_after
    and (
      ${value('status')} in ('confirmed', 'in_progress')
      -- Completed because everybody left: until its end it may go on. Completed by a decision: it stays so. The
      -- grace after the end is for who comes late, not for beginning again.
      or ${value('endTime')} > p_at and ${mayGoOn(names)}
    );

  if v_entered then
    v_barred := public.meetings_barred(b, p_viewer, v_role);
    v_entered := v_barred is null;
    v_name := coalesce(p_viewer ->> 'name', (
      select guest ->> 'name'
      from jsonb_array_elements(
        case jsonb_typeof(${value('metadata')} -> 'guests') when 'array' then ${value('metadata')} -> 'guests' else '[]' end
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

  if v_entered and ${value('status')} <> 'in_progress' then
    begin
      update ${table} x set ${column('status')} = 'in_progress'
        where x.${column('id')} = p_booking_id returning x.* into b;
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
`
}

function leaveFunction(names: SqlNames): string {
  const { table, value } = names
  return `\
create function public.meetings_leave(
  p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_never_arrived boolean
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b ${table};
  v_user text := p_viewer ->> 'userId';
  v_was_in boolean;
  v_completed boolean := false;
begin
${holdMember(names)}
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
  if v_was_in and ${value('status')} = 'in_progress' then
    b := public.meetings_close_if_empty(b);
    v_completed := ${value('status')} = 'completed';
  end if;

  return jsonb_build_object(
    'bookingId', ${value('id')},
    'status', ${value('status')},
    'left', v_was_in and not p_never_arrived,
    'completed', v_completed
  );
end
$$;
`
}

function endFunction(names: SqlNames): string {
  const { table, column, value, has } = names
  // A table without metadata keeps the decision with the visits.
  const [decision, alsoVisits] = has('metadata')
    ? [`, ${column('metadata')} = coalesce(x.${column('metadata')}, '{}') || '{"endedForAll": true}'`, '']
    : [
        '',
        `
    update public.meeting_visits v set left_by = 'end' where v.booking_id = p_booking_id;`,
      ]
  return `\
create function public.meetings_end(p_booking_id uuid, p_viewer jsonb, p_at timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
declare
  b ${table};
  v_role text;
  v_ended boolean;
  v_completed boolean;
begin
${holdMember(names)}
  v_role := public.meetings_role(b, p_viewer);
  v_completed := ${value('status')} = 'in_progress';
  v_ended := (v_role = 'host' or public.meetings_administers(b, p_viewer)) and (
    v_completed
    or ${value('status')} = 'completed'
    and exists (select from public.meeting_visits v where v.booking_id = p_booking_id)
  );
  if v_ended then
    update ${table} x set ${column('status')} = 'completed'${decision}
      where x.${column('id')} = p_booking_id returning x.* into b;
    update public.meeting_visits v set left_at = greatest(v.entered_at, p_at), left_by = 'end'
      where v.booking_id = p_booking_id and v.left_at is null;${alsoVisits}
  end if;
  return jsonb_build_object(
    'booking', to_jsonb(b), 'role', v_role, 'ended', v_ended, 'completed', v_ended and v_completed
  );
end
$$;
`
}
