import type { BookingColumns } from '../booking-columns.ts'
import { quote, type SqlNames } from '../migration/sql-names.ts'
import { writtenRow } from './written-row.ts'

/** Booking: one transaction that takes the hosts' locks first and looks at the key, the rules and the slot after. */
export function bookFunction(names: SqlNames, columns: Partial<BookingColumns> | undefined): string {
  const { table, value } = names
  const row = writtenRow(columns, {
    id: 'gen_random_uuid()',
    organizationId: 't.organization_id',
    meetingTypeId: 't.id',
    meetingTypeName: 't.name',
    hostId: 'v_hosts[1]',
    hostName: 'public.meetings_host_name(t, v_hosts[1])',
    customerId: 'v_user',
    customerName: `p_request ->> 'customerName'`,
    customerEmail: `p_request ->> 'customerEmail'`,
    startTime: 'v_start',
    endTime: 'v_end',
    status: `'confirmed'`,
    metadata: 'v_metadata',
  })
  const list = (prefix = '') => row.columns.map((column) => `${prefix}${quote(column)}`).join(', ')
  return `\
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
      where ${value('id')} is distinct from p_except
    )
    order by c.place
  );
end
$$;

create function public.meetings_book(p_viewer jsonb, p_request jsonb)
returns jsonb language plpgsql set search_path = '' as $$
declare
  t public.meeting_types;
  b ${table};
  v_row ${table};
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
      select x.* into b from ${table} x where ${value('id').replace(/^b\./, 'x.')} = v_key.booking_id;
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
  v_row := jsonb_populate_record(null::${table}, ${row.json});
  begin
    perform public.meetings_drop_holds(v_hosts, v_busy, v_user, t.id, v_at);
    -- Before the booking: the constraint refuses here, and the booking's trigger finds its work done.
    insert into public.meeting_busy (host_id, booking_id, during)
      select host, ${value('id').replace(/^b\./, 'v_row.')}, v_busy from unnest(v_hosts) as host;
    insert into ${table} (${list()}) values (${list('v_row.')}) returning * into b;
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
      ${value('id')},
      v_at
    );
  end if;
  return jsonb_build_object('outcome', 'booked', 'booking', to_jsonb(b), 'role', public.meetings_role(b, p_viewer));
end
$$;
`
}
