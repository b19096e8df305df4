import type { SqlNames } from './sql-names.ts'

/** Entering and leaving, each one transaction that holds the booking's row. */
export function visitFunctions({ table, column, value }: SqlNames): string {
  return `\
create function public.meetings_enter(
  p_booking_id uuid, p_viewer jsonb, p_at timestamptz, p_starts_by timestamptz, p_ends_after timestamptz
) returns jsonb language plpgsql set search_path = '' as $$
declare
  b ${table};
  v_role text;
  v_entered boolean := false;
  v_new_visit boolean := false;
begin
  -- Membership is part of the query: a stranger neither sees the row nor locks it.
  select x.* into b from ${table} x
    where x.${column('id')} = p_booking_id and public.meetings_role(x, p_viewer) is not null
    for update;
  if not found then
    return null;
  end if;
  v_role := public.meetings_role(b, p_viewer);

  if (${value('startTime')} <= p_starts_by or public.meetings_administers(b, p_viewer))
    and ${value('endTime')} > p_ends_after
    and (
      ${value('status')} in ('confirmed', 'in_progress')
      -- Completed because everybody left: it may go on. Completed by a decision: it stays so.
      or (
        ${value('status')} = 'completed'
        and coalesce(${value('metadata')} ->> 'endedForAll', 'false') <> 'true'
        and exists (select from public.meeting_visits v where v.booking_id = p_booking_id)
      )
    )
  then
    begin
      if ${value('status')} <> 'in_progress' then
        update ${table} x set ${column('status')} = 'in_progress'
          where x.${column('id')} = p_booking_id returning x.* into b;
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
          case jsonb_typeof(${value('metadata')} -> 'guests') when 'array' then ${value('metadata')} -> 'guests' else '[]' end
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
  b ${table};
  v_status ${table}.${column('status')}%type := 'completed';
begin
  select x.* into b from ${table} x
    where x.${column('id')} = p_booking_id and public.meetings_role(x, p_viewer) is not null
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
  if found and ${value('status')} = 'in_progress' and not exists (
    select from public.meeting_visits v where v.booking_id = p_booking_id and v.left_at is null
  ) then
    if not exists (select from public.meeting_visits v where v.booking_id = p_booking_id)
      or p_at < ${value('startTime')} and not exists (
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
    update ${table} x set ${column('status')} = v_status
      where x.${column('id')} = p_booking_id returning x.* into b;
  end if;

  return jsonb_build_object('bookingId', ${value('id')}, 'status', ${value('status')});
end
$$;
`
}
