import type { SqlNames } from './sql-names.ts'

/**
 * What somebody is in the row `b`, null for a stranger: `participantRole` of the core, for the database. The
 * arguments are SQL expressions of type text, and `administers` one of type boolean.
 */
export function roleExpression(
  { value, text }: SqlNames,
  viewer: { userId: string; email: string; administers: string },
): string {
  return `\
case
  when ${text('hostId')} = ${viewer.userId} then 'host'
  when ${viewer.userId} = any (public.meetings_hosts(${value('metadata')})) then 'host'
  when ${text('customerId')} = ${viewer.userId} then 'customer'
  when ${value('customerId')} is null and lower(${value('customerEmail')}) = ${viewer.email} then 'customer'
  when ${viewer.email} = any (public.meetings_guests(${value('metadata')})) then 'guest'
  when ${viewer.administers} then 'admin'
end`
}

/** Who is what in a booking, and what a person who may see it gets to see. */
export function membershipFunctions(names: SqlNames): string {
  const { table, value, text } = names
  const role = roleExpression(names, {
    userId: `p_viewer ->> 'userId'`,
    email: `p_viewer ->> 'email'`,
    administers: 'public.meetings_administers(b, p_viewer)',
  })
  return `\
-- A viewer is {"userId", "email" (verified, lower case), "name", "adminOfOrganization", "adminOfAny"}.
create function public.meetings_administers(b ${table}, p_viewer jsonb)
returns boolean language plpgsql immutable set search_path = '' as $$
begin
  return coalesce((p_viewer ->> 'adminOfAny')::boolean, false)
    or coalesce(${text('organizationId')} = p_viewer ->> 'adminOfOrganization', false);
end
$$;

-- Null for a stranger.
create function public.meetings_role(b ${table}, p_viewer jsonb)
returns text language plpgsql immutable set search_path = '' as $$
begin
  return ${role.replaceAll('\n', '\n  ')};
end
$$;

-- Who is in, apart from the viewer.
create function public.meetings_presence(p_booking_id uuid, p_user text)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'hostIsIn', coalesce(bool_or(v.role = 'host'), false),
      'others', count(*) filter (where v.user_id <> p_user)
    )
    from public.meeting_visits v where v.booking_id = p_booking_id and v.left_at is null
  );
end
$$;

-- The booking, and each person who entered it once, in the order they first came.
create function public.meetings_found(b ${table}, p_role text)
returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object(
    'booking', to_jsonb(b),
    'role', p_role,
    'visitors', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'userId', v.user_id,
        'name', v.name,
        'role', v.role,
        'enteredAt', v.entered_at,
        'leftAt', v.last_left_at,
        'leftBy', v.last_left_by
      ) order by v.id), '[]')
      from (
        select distinct on (w.user_id) w.*,
          last_value(w.left_at) over of_person as last_left_at,
          last_value(w.left_by) over of_person as last_left_by
        from public.meeting_visits w
        where w.booking_id = ${value('id')}
        window of_person as (
          partition by w.user_id order by w.id rows between unbounded preceding and unbounded following
        )
        order by w.user_id, w.id
      ) v
    )
  );
end
$$;
`
}
