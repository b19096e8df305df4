import type { SqlNames } from './sql-names.ts'

/** Who is what in a booking: `participantRole` and `administers` of the core, for the database. */
export function membershipFunctions({ table, value, text }: SqlNames): string {
  return `\
-- A viewer is {"userId", "email" (verified, lower case), "name", "adminOfOrganization", "adminOfAny"}.
create function public.meetings_administers(b ${table}, p_viewer jsonb)
returns boolean language sql immutable set search_path = '' as $$
  select coalesce((p_viewer ->> 'adminOfAny')::boolean, false)
    or coalesce(${text('organizationId')} = p_viewer ->> 'adminOfOrganization', false)
$$;

-- Null for a stranger.
create function public.meetings_role(b ${table}, p_viewer jsonb)
returns text language sql immutable set search_path = '' as $$
  select case
    when ${text('hostId')} = p_viewer ->> 'userId' then 'host'
    when ${text('customerId')} = p_viewer ->> 'userId' then 'customer'
    when ${value('customerId')} is null and lower(${value('customerEmail')}) = p_viewer ->> 'email' then 'customer'
    when p_viewer ->> 'email' = any (
      public.meetings_emails(${text('customerId')}, ${value('customerEmail')}, ${value('metadata')})
    ) then 'guest'
    when public.meetings_administers(b, p_viewer) then 'admin'
  end
$$;

create function public.meetings_found(b ${table}, p_role text)
returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'booking', to_jsonb(b),
    'role', p_role,
    'visitors', (
      select coalesce(
        jsonb_agg(jsonb_build_object('userId', v.user_id, 'name', v.name, 'role', v.role) order by v.id),
        '[]'
      )
      from (
        select distinct on (w.user_id) w.* from public.meeting_visits w
        where w.booking_id = ${value('id')}
        order by w.user_id, w.id
      ) v
    )
  )
$$;
`
}
