import type pg from 'pg'

/** How many bookings, and how many of them the people have whose lists are measured. */
export interface FillOptions {
  total: number
  /** Of the organisation whose admin looks; holds the busy host's. */
  organization: number
  busyHost: number
  /** Of a customer who is known by e-mail only. */
  mailCustomer: number
  /** Of a customer with an account, and as many of a guest. */
  others: number
}

/** The instant at which the people look. */
export const NOW = '2026-11-22T12:00:00.000Z'

const uuid = (kind: string, number = 0) => `${kind}000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const PEOPLE = {
  organization: uuid('0a', 1),
  host: uuid('0c'),
  customer: uuid('0d'),
  mailCustomer: 'edda@example.org',
  guest: 'gus@example.org',
}

/**
 * Fills the tables of the migration: five years of meetings of half an hour, one in five cancelled, three of
 * ten still ahead, a few going on; with the visits of those that took place
 * and the room's news of them. A host's meetings never overlap.
 */
export async function fillBookings(client: pg.ClientBase, options: FillOptions): Promise<void> {
  const rebuild = await dropIndexes(client)
  await client.query(UUID_OF)
  await client.query(BOOKINGS, [
    NOW,
    options.total,
    options.organization,
    options.busyHost,
    options.mailCustomer,
    options.others,
  ])
  for (const statement of [VISITS, CONNECTIONS, ENDED_ROOMS]) await client.query(statement)
  await rebuild()
  await client.query('vacuum analyze')
}

/** Drops what slows inserting down, and answers how to have it back, whatever the migration has made. */
async function dropIndexes(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; create: string }>(`
    select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
      format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as create
    from pg_constraint c
    where c.contype = 'x' and c.connamespace = 'public'::regnamespace
    union all
    select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`)
  for (const { drop } of rows) await client.query(drop)
  return async () => {
    await client.query("set maintenance_work_mem = '512MB'")
    for (const { create } of rows) await client.query(create)
  }
}

const UUID_OF = `
  create function pg_temp.uuid_of(kind text, number bigint) returns uuid language sql immutable as $$
    select format('%s000000-0000-4000-8000-%s', kind, lpad(number::text, 12, '0'))::uuid
  $$
`

const BOOKINGS = `
  insert into bookings (
    id, organization_id, meeting_type_name, host_id, host_name, customer_id, customer_name, customer_email,
    start_time, end_time, status, metadata
  )
  select
    gen_random_uuid(),
    pg_temp.uuid_of('0a', case when i <= $3 then 1 else 2 + host % 90 end),
    'Consultation',
    pg_temp.uuid_of('0c', host),
    'Host ' || host,
    case when not by_mail then
      pg_temp.uuid_of('0d', case when j between 1 and $6 then 0 else 1 + i % 50021 end)
    end,
    'Customer ' || i,
    case when by_mail then 'edda@example.org' when i % 10 = 3 then 'Person-' || i % 50021 || '@Example.org' end,
    start_time,
    end_time,
    case
      when roll < 20 then 'cancelled'
      when start_time <= $1 and end_time > $1 then 'in_progress'
      when end_time > $1 or roll = 99 then 'confirmed'
      else 'completed'
    end,
    case
      when j between $5 + $6 + 1 and $5 + 2 * $6 then '{"guests": [{"email": "Gus@Example.org", "name": "Gus"}]}'
      when i % 7 = 0 then format('{"guests": [{"email": "guest-%s@example.org"}]}', i % 40009)::jsonb
      else '{}'
    end
  from (
    select
      i,
      j,
      host,
      j between $6 + 1 and $6 + $5 as by_mail,
      (i::bigint * 2654435761 % 4294967296 % 100) as roll,
      start_time,
      start_time + interval '30 minutes' as end_time
    from generate_series(1, $2) i,
    -- The busy host, the other hosts of the organisation, everybody else: each host has about a thousand.
    lateral (select
      case when i <= $4 then 0 when i <= $3 then $4 else $3 end as before,
      case when i <= $4 then $4 when i <= $3 then $3 - $4 else $2 - $3 end as size,
      case when i <= $4 then 0 when i <= $3 then 1 else 100001 end as first_host
    ) part,
    lateral (select case when i <= $4 then 1 else greatest(1, size / 1000) end as hosts, i - before - 1 as n) spread,
    lateral (select first_host + n % hosts as host, n / hosts as k, (size + hosts - 1) / hosts as per_host) place,
    lateral (select
      -- A prime step visits every place of a host once, in no order of time.
      $1::timestamptz + interval '1 minute' * floor((((k::bigint * 7919 + host * 31) % per_host + 0.5) / per_host - 0.7) * 2629800)
        as start_time,
      case when i > $3 then n + 1 else 0 end as j
    ) time
  ) generated
`

const VISITS = `
  insert into meeting_visits (
    booking_id, user_id, identity, name, role, entered_at, launched_at, left_at, left_by
  )
  select
    b.id,
    user_id,
    user_id,
    case role when 'host' then b.host_name else b.customer_name end,
    role,
    b.start_time,
    b.start_time,
    case b.status when 'completed' then b.end_time end,
    case b.status when 'completed' then 'person' end
  from bookings b
  cross join (values ('host'), ('customer')) as person (role)
  cross join lateral (
    select case role when 'host' then b.host_id::text else coalesce(b.customer_id::text, 'edda') end as user_id
  ) someone
  where b.status = 'completed' or b.status = 'in_progress' and role = 'host'
`

const CONNECTIONS = `
  insert into meeting_connections (
    booking_id, connection_id, room_id, identity, connected_at, disconnected_at
  )
  select booking_id, 'PA' || id, 'RM' || booking_id, identity, entered_at, left_at from meeting_visits
`

const ENDED_ROOMS = `
  insert into meeting_ended_rooms (booking_id, room_id, ended_at)
  select id, 'RM' || id, end_time from bookings where status = 'completed'
`
