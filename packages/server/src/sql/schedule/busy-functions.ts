import type { SqlNames } from '../migration/sql-names.ts'

/** The hosts of a booking as busy rows, kept true by triggers, and the locks that let writers take turns. */
export function busyFunctions(names: SqlNames): string {
  return [LOCK_HOSTS, busyOf(names), triggers(names), IS_FREE, DROP_HOLDS].join('\n')
}

const LOCK_HOSTS = `\
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
`

function busyOf({ table, value, text }: SqlNames): string {
  const buffer = (side: 'before' | 'after') =>
    `make_interval(secs => 60 * coalesce((${value('metadata')} -> 'buffers' ->> '${side}')::numeric, 0)::double precision)`
  return `\
-- Everybody who hosts a booking.
create function public.meetings_hosts_of(b ${table})
returns text[] language plpgsql immutable set search_path = '' as $$
begin
  return array[${text('hostId')}] || public.meetings_hosts(${value('metadata')});
end
$$;

-- What a booking keeps its hosts busy with: nothing unless it is live.
create function public.meetings_busy_of(b ${table})
returns table (host_id text, during tstzrange) language plpgsql immutable set search_path = '' as $$
begin
  if ${value('status')} in ('confirmed', 'in_progress') then
    return query select distinct host, tstzrange(
      ${value('startTime')} - ${buffer('before')},
      ${value('endTime')} + ${buffer('after')}
    ) from unnest(public.meetings_hosts_of(b)) as host;
  end if;
end
$$;
`
}

function triggers({ table, column, value }: SqlNames): string {
  // Entering and leaving change a status and nothing that keeps anybody busy.
  const isBusyAsBefore = `\
old.${column('status')} in ('confirmed', 'in_progress')
      and new.${column('status')} in ('confirmed', 'in_progress')
      and old.${column('startTime')} = new.${column('startTime')}
      and old.${column('endTime')} = new.${column('endTime')}
      and old.${column('hostId')} = new.${column('hostId')}
      and old.${column('metadata')} -> 'hosts' is not distinct from new.${column('metadata')} -> 'hosts'
      and old.${column('metadata')} -> 'buffers' is not distinct from new.${column('metadata')} -> 'buffers'`
  return `\
-- As the owner: whoever may write a booking need not be able to write here.
create function public.meetings_keep_busy(b ${table})
returns void language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    (select y.host_id, y.during from public.meeting_busy y where y.booking_id = ${value('id')}
      except select * from public.meetings_busy_of(b))
    union all
    (select * from public.meetings_busy_of(b)
      except select y.host_id, y.during from public.meeting_busy y where y.booking_id = ${value('id')})
  ) then
    return;
  end if;
  delete from public.meeting_busy y where y.booking_id = ${value('id')};
  -- What was written by hand is never refused here: the bookings' own constraints decide that.
  insert into public.meeting_busy (host_id, booking_id, during, exclusive)
    select w.host_id, ${value('id')}, w.during, not exists (
      select from public.meeting_busy y where y.host_id = w.host_id and y.during && w.during
    ) from public.meetings_busy_of(b) w;
end
$$;

-- Before the row is written, so that its own constraints are looked at with the lock held.
create function public.meetings_before_booking()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
  b ${table} := new;
begin
  if ${value('status')} in ('confirmed', 'in_progress') then
    if tg_op = 'UPDATE' and ${isBusyAsBefore} then
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
  b ${table};
begin
  if tg_op = 'DELETE' then
    delete from public.meeting_busy y where y.booking_id = old.${column('id')};
    return null;
  end if;
  if tg_op = 'UPDATE' and ${isBusyAsBefore} then
    return null;
  end if;
  b := new;
  perform public.meetings_keep_busy(b);
  return null;
end
$$;

create trigger meetings_before_booking
  before insert or update on ${table} for each row execute function public.meetings_before_booking();
create trigger meetings_after_booking
  after insert or update or delete on ${table} for each row execute function public.meetings_after_booking();

-- What was booked already; the earliest first, where two of them overlap.
do $$
declare
  b ${table};
begin
  for b in select * from ${table} x where x.${column('status')} in ('confirmed', 'in_progress')
    order by x.${column('startTime')}, x.${column('id')}
  loop
    perform public.meetings_keep_busy(b);
  end loop;
end
$$;
`
}

const IS_FREE = `\
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
`

const DROP_HOLDS = `\
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
`
