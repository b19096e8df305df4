import type { SqlNames } from './sql-names.ts'

/** Finding one booking and listing a person's. */
export function readFunctions(names: SqlNames): string {
  const { table, column, value } = names
  const upcoming = [
    `${value('status')} <> 'cancelled'`,
    `(${value('endTime')} > p_ends_after or ${value('status')} = 'in_progress')`,
  ]
  const otherScopes = `case p_scope
      when 'cancelled' then ${value('status')} = 'cancelled'
      when 'past' then ${value('status')} not in ('cancelled', 'in_progress') and ${value('endTime')} <= p_ends_after
      else true
    end`
  return `\
-- Calls that nobody left (a crashed browser, a lost request) end here.
create function public.meetings_complete_forgotten(p_forgotten_by timestamptz)
returns void language sql set search_path = '' as $$
  with forgotten as (
    update ${table} x set ${column('status')} = 'completed'
    where x.${column('id')} in (
      -- Somebody else's hands on a row mean that it is being taken care of.
      select y.${column('id')} from ${table} y
      where y.${column('status')} = 'in_progress' and y.${column('endTime')} <= p_forgotten_by
      for update skip locked
    )
    returning x.${column('id')} as id, x.${column('endTime')} as end_time
  )
  update public.meeting_visits v set left_at = greatest(v.entered_at, forgotten.end_time)
  from forgotten
  where v.booking_id = forgotten.id and v.left_at is null
$$;

create function public.meetings_find(p_booking_id uuid, p_viewer jsonb, p_forgotten_by timestamptz)
returns jsonb language plpgsql set search_path = '' as $$
begin
  perform public.meetings_complete_forgotten(p_forgotten_by);
  return (
    select public.meetings_found(b, public.meetings_role(b, p_viewer))
    from ${table} b
    where b.${column('id')} = p_booking_id and public.meetings_role(b, p_viewer) is not null
  );
end
$$;

create function public.meetings_list(
  p_viewer jsonb, p_scope text, p_ends_after timestamptz, p_forgotten_by timestamptz,
  p_after_start timestamptz, p_after_id uuid, p_limit integer
) returns jsonb language plpgsql set search_path = '' as $$
begin
  perform public.meetings_complete_forgotten(p_forgotten_by);
  if p_scope = 'upcoming' then
    -- A call that runs over is still going on.
${pageQuery(names, 'asc', '    ', upcoming)}
  end if;
${pageQuery(names, 'desc', '  ', [otherScopes])}
end
$$;
`
}

/** Membership is spelled out as plain comparisons, so that every part can use its index. */
function pageQuery(names: SqlNames, order: 'asc' | 'desc', indent: string, conditions: string[]): string {
  const { table, value, text } = names
  const position = `${value('startTime')} ${order}, ${value('id')} ${order}`
  return `\
return (
  select coalesce(
    jsonb_agg(jsonb_build_object('booking', to_jsonb(b), 'role', public.meetings_role(b, p_viewer)) order by ${position}),
    '[]'
  )
  from (
    select b.* from ${table} b
    where (
      ${text('hostId')} = p_viewer ->> 'userId'
      or ${text('customerId')} = p_viewer ->> 'userId'
      or public.meetings_emails(${text('customerId')}, ${value('customerEmail')}, ${value('metadata')})
        @> array[p_viewer ->> 'email']
      or ${text('organizationId')} = p_viewer ->> 'adminOfOrganization'
      or (p_viewer ->> 'adminOfAny')::boolean
    )
    and ${conditions.join('\n    and ')}
    and (p_after_id is null or (${value('startTime')}, ${value('id')}) ${order === 'asc' ? '>' : '<'} (p_after_start, p_after_id))
    order by ${position}
    limit p_limit
  ) b
);`.replace(/^/gm, indent)
}
