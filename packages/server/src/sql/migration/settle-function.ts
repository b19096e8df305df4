import { MINUTE_MS } from '@meetings/contract'
import { OVERRUN_MS } from '../../launch/after-the-end.ts'
import type { SqlNames } from './sql-names.ts'
import { mayGoOn } from './visit-functions.ts'

/** News of the room: remembered first, then attendance follows what is known, whatever the order it came in. */
export function settleFunction(names: SqlNames): string {
  const { table, column, value } = names
  return `\
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
  b ${table};
  v_visit public.meeting_visits;
  v_connection public.meeting_connections;
  v_last_seen timestamptz;
  v_joined text[] := '{}';
  v_left text[] := '{}';
  v_completed boolean := false;
  v_removed boolean := false;
begin
  select x.* into b from ${table} x where x.${column('id')} = p_booking_id for no key update;
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
  if cardinality(v_left) > 0 and ${value('status')} = 'in_progress' then
    b := public.meetings_close_if_empty(b);
    v_completed := ${value('status')} = 'completed';
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
      and v_connection.connected_at < ${value('endTime')} + interval '${OVERRUN_MS / MINUTE_MS} minutes'
      and (
        ${value('status')} = 'in_progress'
        -- Only what news undid can news do again: nobody else comes into a meeting that waits to begin.
        or ${value('status')} = 'confirmed' and v_visit.left_by = 'room'
        or ${mayGoOn(names)}
      )
    then
      begin
        if ${value('status')} <> 'in_progress' then
          update ${table} x set ${column('status')} = 'in_progress'
            where x.${column('id')} = p_booking_id returning x.* into b;
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
    'status', ${value('status')},
    'joined', to_jsonb(v_joined),
    'left', to_jsonb(v_left),
    'completed', v_completed,
    -- Times are not compared: those of the room service are rounded, and sending somebody out twice does no harm.
    'isRemoved', v_removed and v_connection.disconnected_at is null
  );
end
$$;
`
}
