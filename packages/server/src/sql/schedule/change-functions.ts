import { type BookingColumns, columnPath, resolveColumns } from '../booking-columns.ts'
import { quote, type SqlNames } from '../migration/sql-names.ts'

/** Cancelling and moving: the booking's row is held first, then the hosts' locks. */
export function changeFunctions(names: SqlNames, columns: Partial<BookingColumns> | undefined): string {
  return [refusalFunction(names), cancelFunction(names), rescheduleFunction(names, columns)].join('\n')
}

function refusalFunction({ table, value }: SqlNames): string {
  return `\
-- Why somebody may not change a booking now; null when they may.
create function public.meetings_refusal(b ${table}, p_viewer jsonb, p_at timestamptz)
returns text language plpgsql stable set search_path = '' as $$
declare
  v_role text := public.meetings_role(b, p_viewer);
  v_in_charge boolean := v_role = 'host' or public.meetings_administers(b, p_viewer);
  v_cutoff double precision := coalesce((${value('metadata')} ->> 'cutoffMinutes')::numeric, 0);
begin
  if v_role = 'guest' and not v_in_charge then
    return 'forbidden';
  end if;
  if ${value('status')} <> 'confirmed' then
    return 'not_confirmed';
  end if;
  if p_at >= ${value('startTime')} - make_interval(secs => case when v_in_charge then 0 else 60 * v_cutoff end) then
    return 'too_late';
  end if;
  return null;
end
$$;
`
}

/** SQL that finds the row `b` of a member and holds it. */
function holdMember({ table, column }: SqlNames): string {
  return `\
  select x.* into b from ${table} x
    where x.${column('id')} = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for no key update;
  if not found then
    return null;
  end if;
  v_role := public.meetings_role(b, p_viewer);
  v_refusal := public.meetings_refusal(b, p_viewer, p_at);`
}

/** SQL of the metadata of the row `b` with a higher sequence. */
function nextSequence({ value }: SqlNames): string {
  return `coalesce(${value('metadata')}, '{}') || jsonb_build_object(
      'sequence', coalesce((${value('metadata')} ->> 'sequence')::numeric, 0) + 1
    )`
}

function cancelFunction(names: SqlNames): string {
  const { table, column, value } = names
  return `\
create function public.meetings_cancel(p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_reason text)
returns jsonb language plpgsql set search_path = '' as $$
declare
  b ${table};
  v_role text;
  v_refusal text;
begin
${holdMember(names)}
  if v_refusal = 'not_confirmed' and ${value('status')} = 'cancelled' then
    v_refusal := 'already';
  end if;
  if v_refusal is null then
    update ${table} x set ${column('status')} = 'cancelled', ${column('metadata')} = ${nextSequence(names)}
      || jsonb_build_object('cancellation', jsonb_build_object(
        'by', v_role,
        'reason', p_reason,
        'at', to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      ))
      where x.${column('id')} = p_booking_id returning x.* into b;
  end if;
  return jsonb_build_object('outcome', coalesce(v_refusal, 'cancelled'), 'booking', to_jsonb(b), 'role', v_role);
end
$$;
`
}

function rescheduleFunction(names: SqlNames, given: Partial<BookingColumns> | undefined): string {
  const { table, column, value, text } = names
  const hostName = columnPath(resolveColumns(given).hostName, 'hostName')
  const hostNameColumn = quote(hostName.column)
  const isInMetadata = hostNameColumn === column('metadata')
  const withName = (base: string) =>
    hostName.keys.length === 0
      ? 'public.meetings_host_name(t, v_hosts[1])'
      : `jsonb_set(${base}, '{${hostName.keys.join(',')}}', to_jsonb(public.meetings_host_name(t, v_hosts[1])))`
  return `\
create function public.meetings_reschedule(p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_request jsonb)
returns jsonb language plpgsql set search_path = '' as $$
declare
  t public.meeting_types;
  b ${table};
  v_new ${table};
  v_hosts text[];
  v_candidates text[];
  v_metadata jsonb;
  v_role text;
  v_refusal text;
  v_start timestamptz := (p_request ->> 'start')::timestamptz;
  v_end timestamptz := (p_request ->> 'end')::timestamptz;
  v_busy tstzrange := public.meetings_requested(p_request);
begin
${holdMember(names)}
  if v_refusal is null and ${value('startTime')} = v_start then
    v_refusal := 'unchanged';
  end if;
  if v_refusal is not null then
    return jsonb_build_object('outcome', v_refusal, 'booking', to_jsonb(b), 'role', v_role);
  end if;

  -- Not every table keeps it as an id; what is none is of no type.
  select x.* into t from public.meeting_types x where x.id = case
    when ${text('meetingTypeId')} ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${text('meetingTypeId')}::uuid
  end;
  perform public.meetings_lock_hosts(public.meetings_hosts_of(b) || array(
    select candidate ->> 'hostId' from jsonb_array_elements(p_request -> 'candidates') as candidate
  ));
  perform public.meetings_lock_person(p_viewer ->> 'userId');
  v_candidates := public.meetings_below_maximum(t, p_request -> 'candidates', p_booking_id);
  if ${text('hostId')} = any (v_candidates) then
    -- Who has the meeting keeps it.
    v_candidates := ${text('hostId')} || v_candidates;
  end if;
  v_hosts := public.meetings_choose(t, v_candidates, v_busy, p_viewer ->> 'userId', p_at, p_booking_id);
  -- A type that was deleted has nobody to take the meeting.
  if cardinality(coalesce(v_hosts, '{}')) = 0 then
    return jsonb_build_object('outcome', 'taken', 'booking', to_jsonb(b), 'role', v_role);
  end if;

  v_metadata := ((${nextSequence(names)}) - 'hosts') || jsonb_strip_nulls(jsonb_build_object(
    'hosts', public.meetings_further_hosts(t, v_hosts),
    'buffers', jsonb_build_object('before', t.buffer_before_minutes, 'after', t.buffer_after_minutes)
  ));
  -- Through JSON, so that the host's column gets its own type.
  v_new := jsonb_populate_record(b, jsonb_build_object('${column('hostId').replaceAll('"', '')}', v_hosts[1]));
  begin
    perform public.meetings_drop_holds(v_hosts, v_busy, p_viewer ->> 'userId', t.id, p_at);
    delete from public.meeting_busy y where y.booking_id = p_booking_id;
    insert into public.meeting_busy (host_id, booking_id, during)
      select host, p_booking_id, v_busy from unnest(v_hosts) as host;
    update ${table} x set
      ${column('startTime')} = v_start,
      ${column('endTime')} = v_end,
      ${column('hostId')} = v_new.${column('hostId')},
      ${isInMetadata ? '' : `${hostNameColumn} = ${withName(`x.${hostNameColumn}::jsonb`)},\n      `}\
${column('metadata')} = ${isInMetadata ? withName('v_metadata') : 'v_metadata'}
      where x.${column('id')} = p_booking_id returning x.* into b;
  exception when exclusion_violation then
    return jsonb_build_object('outcome', 'taken', 'booking', to_jsonb(b), 'role', v_role);
  end;
  return jsonb_build_object('outcome', 'rescheduled', 'booking', to_jsonb(b), 'role', v_role);
end
$$;
`
}
