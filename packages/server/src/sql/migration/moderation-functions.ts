import type { SqlNames } from './sql-names.ts'

/** What hosts decide about people and a whole meeting. */
export function moderationTables({ table, column }: SqlNames): string {
  return `\
-- What hosts decided about people: who waits until one decides, who was let in, who was removed.
create table public.meeting_admissions (
  booking_id uuid not null references ${table} (${column('id')}) on delete cascade,
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
  booking_id uuid primary key references ${table} (${column('id')}) on delete cascade,
  locked_at timestamptz not null
);
`
}

/** Who is kept out by a decision, and taking one. */
export function moderationFunctions(names: SqlNames): string {
  return [barredFunction(names), decisionsFunction(), moderateFunction(names)].join('\n')
}

function barredFunction({ table, value }: SqlNames): string {
  return `\
-- The decision that keeps somebody out whom time and status would let in; null when there is none.
-- p_viewer ->> 'waitingRoom' says who waits: nobody, 'guests' or 'everyone'.
create function public.meetings_barred(b ${table}, p_viewer jsonb, p_role text)
returns text language plpgsql stable set search_path = '' as $$
declare
  a public.meeting_admissions;
begin
  select x.* into a from public.meeting_admissions x
    where x.booking_id = ${value('id')} and x.user_id = p_viewer ->> 'userId';
  return case
    when a.removed_at is not null then 'removed'
    when p_role = 'host' or public.meetings_administers(b, p_viewer) or a.admitted_at is not null then null
    when exists (
      select from public.meeting_visits v
      where v.booking_id = ${value('id')} and v.user_id = p_viewer ->> 'userId'
    ) then null
    when exists (select from public.meeting_locks l where l.booking_id = ${value('id')}) then 'locked'
    when p_viewer ->> 'waitingRoom' = 'everyone' then 'waiting'
    when p_viewer ->> 'waitingRoom' = 'guests' and p_role = 'guest' then 'waiting'
  end;
end
$$;
`
}

function decisionsFunction(): string {
  const person = `'userId', a.user_id, 'identity', a.identity, 'name', a.name, 'role', a.role`
  return `\
-- What is in force in a meeting, and who asked to come in since p_waiting_since.
create function public.meetings_decisions(p_booking_id uuid, p_waiting_since timestamptz)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'isLocked', exists (select from public.meeting_locks l where l.booking_id = p_booking_id),
    'waiting', (
      select coalesce(jsonb_agg(
        jsonb_build_object(${person}, 'since', a.first_asked_at) order by a.first_asked_at, a.user_id
      ), '[]')
      from public.meeting_admissions a
      where a.booking_id = p_booking_id and a.asked_at > p_waiting_since
      and a.admitted_at is null and a.removed_at is null
      and not exists (
        select from public.meeting_visits v where v.booking_id = a.booking_id and v.user_id = a.user_id
      )
    ),
    'removed', (
      select coalesce(jsonb_agg(jsonb_build_object(${person}) order by a.removed_at, a.user_id), '[]')
      from public.meeting_admissions a
      where a.booking_id = p_booking_id and a.removed_at is not null
    )
  );
end
$$;
`
}

function moderateFunction({ table, column, value, text }: SqlNames): string {
  const member = `\
    select x.* into b from ${table} x
      where x.${column('id')} = p_booking_id and public.meetings_role(x, p_viewer) is not null`
  return `\
create function public.meetings_moderate(
  p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_waiting_since timestamptz,
  p_action text, p_identity text, p_locked boolean
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b ${table};
  a public.meeting_admissions;
  v_role text;
  v_outcome text := 'done';
  v_changed boolean := false;
  v_left boolean := false;
  v_completed boolean := false;
  v_decisions jsonb := '{"isLocked": false, "waiting": [], "removed": []}';
begin
  if p_action = 'read' then
${member};
  else
    -- Entering holds the same row: whoever comes second sees what the first one did.
${member}
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
      or a.user_id = ${text('hostId')}
      or a.user_id = any (public.meetings_hosts(${value('metadata')}))
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
      if v_left and ${value('status')} = 'in_progress' then
        b := public.meetings_close_if_empty(b);
        v_completed := ${value('status')} = 'completed';
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
`
}
