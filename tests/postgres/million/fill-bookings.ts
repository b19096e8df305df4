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
  /** Hosts with as many bookings in every database: what differs then is the size of the tables. */
  measuredHosts: [uuid('0c', 900_001), uuid('0c', 900_002)],
}

/** Kinds of meeting: with one of the measured hosts, with both, with the busy host, with anybody else. */
export const TYPES = { any: uuid('0e', 1), all: uuid('0e', 2), busy: uuid('0e', 3), other: uuid('0e', 4) }

/**
 * Fills the tables of the migration: five years of meetings of half an hour, one in five cancelled, three of
 * ten still ahead, a few going on; with the visits of those that took place
 * and the room's news of them. A host's meetings never overlap.
 */
export async function fillBookings(client: pg.ClientBase, options: FillOptions): Promise<void> {
  const rebuild = await dropIndexes(client)
  await client.query(UUID_OF)
  // What the triggers would note row by row is written at once, below.
  await client.query('alter table bookings disable trigger user')
  await client.query(BOOKINGS, [
    NOW,
    options.total,
    options.organization,
    options.busyHost,
    options.mailCustomer,
    options.others,
  ])
  await client.query(BOOKINGS_OF_MEASURED_HOSTS, [NOW])
  for (const statement of [VISITS, CONNECTIONS, ENDED_ROOMS, DECISIONS, OFFER, BUSY, KEYS])
    await client.query(statement)
  await client.query(HOLDS, [NOW])
  await client.query('alter table bookings enable trigger user')
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
    id, organization_id, meeting_type_id, meeting_type_name, host_id, host_name, customer_id, customer_name,
    customer_email, start_time, end_time, status, metadata
  )
  select
    gen_random_uuid(),
    pg_temp.uuid_of('0a', case when i <= $3 then 1 else 2 + host % 90 end),
    pg_temp.uuid_of('0e', case when host = 0 then 3 else 4 end),
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

// Four a day, from nine to one, for the next 60 days.
const BOOKINGS_OF_MEASURED_HOSTS = `
  insert into bookings (
    organization_id, meeting_type_id, meeting_type_name, host_id, host_name, customer_id, customer_name,
    start_time, end_time
  )
  select
    pg_temp.uuid_of('0a', 3), '${TYPES.any}', 'Measured', host::uuid, 'Host', pg_temp.uuid_of('0d', 900000 + day),
    'Customer', start_time, start_time + interval '30 minutes'
  from unnest('{${PEOPLE.measuredHosts.join()}}'::text[]) as host, generate_series(1, 60) as day,
    generate_series(9, 12) as hour,
    lateral (select date_trunc('day', $1::timestamptz) + make_interval(days => day, hours => hour) as start_time) time
`

// A host let somebody in who waited, in one meeting of four, and locked one of sixteen.
const DECISIONS = `
  insert into meeting_admissions (booking_id, user_id, identity, role, first_asked_at, asked_at, admitted_at)
    select id, 'waited', 'waited', 'guest', start_time, start_time, start_time from bookings
    where status = 'completed' and right(id::text, 1) in ('0', '4', '8', 'c');
  insert into meeting_locks (booking_id, locked_at)
    select id, start_time from bookings where status = 'completed' and right(id::text, 1) = '0';
`

const OFFER = `
  insert into meeting_types (id, name, host_mode) values
    ('${TYPES.any}', 'Measured', 'any'), ('${TYPES.all}', 'Measured together', 'all'),
    ('${TYPES.busy}', 'With the busy host', 'any'), ('${TYPES.other}', 'Consultation', 'any');
  insert into meeting_type_hosts (meeting_type_id, host_id, host_name)
    select type::uuid, host, 'Host' from unnest('{${TYPES.any},${TYPES.all}}'::text[]) as type,
      unnest('{${PEOPLE.measuredHosts.join()}}'::text[]) as host
    union all select '${TYPES.busy}', '${PEOPLE.host}', 'Host';
  -- Many others, so that finding one of them takes an index.
  insert into meeting_types (id, name, active) select pg_temp.uuid_of('0f', i), 'Other', false from generate_series(1, 5000) i;
  insert into meeting_type_hosts (meeting_type_id, host_id, host_name)
    select pg_temp.uuid_of('0f', i), pg_temp.uuid_of('0c', i % 100)::text, 'Host' from generate_series(1, 5000) i;
  insert into host_schedules (host_id, schedule)
    select host_id, '{"timeZone": "UTC", "weekly": [], "overrides": [], "timeOff": []}'::jsonb from (
      select host_id::text from bookings union select 'host-' || i from generate_series(1, 5000) i
    ) as hosts (host_id);
`

const BUSY = `
  insert into meeting_busy (host_id, booking_id, during)
  select w.host_id, b.id, w.during from bookings b cross join lateral meetings_busy_of(b) w
`

// One booking in ten was made with a key, and nobody came back to tidy up.
const KEYS = `
  insert into meeting_idempotency (user_id, key, fingerprint, booking_id, created_at)
  select coalesce(customer_id::text, 'edda'), id::text, md5(id::text), id, start_time
  from bookings where right(id::text, 1) = '0'
`

// One for each of three hosts in ten: some still hold, most ran out.
const HOLDS = `
  with held as (
    select
      gen_random_uuid() as id, host_id, row_number() over (order by host_id) as number,
      $1::timestamptz + interval '900 days' as start_time
    from host_schedules where right(host_id, 1) in ('3', '5', '7')
  ), written as (
    insert into meeting_holds (id, meeting_type_id, user_id, start_time, end_time, expires_at)
    select id, '${TYPES.other}', 'holder-' || number, start_time, start_time + interval '30 minutes',
      $1::timestamptz + make_interval(mins => (number % 60 - 50)::int)
    from held returning id
  )
  insert into meeting_busy (host_id, hold_id, during)
  select held.host_id, held.id, tstzrange(held.start_time, held.start_time + interval '30 minutes')
  from held join written using (id)
`
