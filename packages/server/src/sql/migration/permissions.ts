import type { SqlNames } from './sql-names.ts'

export type MigrationPlatform = 'supabase' | 'postgres'

const TABLES = [
  'meeting_visits',
  'meeting_connections',
  'meeting_ended_rooms',
  'meeting_admissions',
  'meeting_locks',
]

/**
 * Who may do what. On Supabase only the service role; on plain Postgres the owner of the tables, and `role`.
 * The functions trust the viewer they are given, so nobody but the server may call them.
 */
export function permissions(names: SqlNames, platform: MigrationPlatform, role: string | null): string {
  const functions = functionNames(names.table)
  const others = platform === 'supabase' ? 'public, anon, authenticated' : 'public'
  const server = platform === 'supabase' ? 'service_role' : role
  const grantTo = (what: string) => (server === null ? [] : [`grant ${what} to ${server};`])
  return [
    '-- What people were told must not be read by others: row-level security without a policy shows nothing.',
    ...TABLES.flatMap((table) => [
      ...(platform === 'supabase'
        ? [
            `alter table public.${table} enable row level security;`,
            `revoke all on public.${table} from anon, authenticated;`,
          ]
        : [`revoke all on public.${table} from public;`]),
      ...grantTo(`select, insert, update, delete on public.${table}`),
    ]),
    ...(role === null ? [] : grantTo(`select, update on ${names.table}`)),
    '',
    '-- These functions believe what they are told about the viewer: only the server may call them.',
    ...functions.map((name) => `revoke execute on function public.${name} from ${others};`),
    ...functions.flatMap((name) => grantTo(`execute on function public.${name}`)),
    '',
  ].join('\n')
}

function functionNames(table: string): string[] {
  return [
    'meetings_guests(jsonb)',
    'meetings_hosts(jsonb)',
    'meetings_presence(uuid, text)',
    `meetings_administers(${table}, jsonb)`,
    `meetings_role(${table}, jsonb)`,
    `meetings_found(${table}, text)`,
    `meetings_close_if_empty(${table})`,
    `meetings_barred(${table}, jsonb, text)`,
    'meetings_decisions(uuid, timestamptz)',
    'meetings_moderate(uuid, jsonb, timestamptz, timestamptz, text, text, boolean)',
    'meetings_enter(uuid, jsonb, text, timestamptz, timestamptz, timestamptz)',
    'meetings_leave(uuid, jsonb, timestamptz, boolean)',
    'meetings_end(uuid, jsonb, timestamptz)',
    'meetings_is_open(public.meeting_connections)',
    'meetings_settle(uuid, text, text, text, text, timestamptz)',
    'meetings_complete_forgotten(timestamptz)',
    'meetings_find(uuid, jsonb, timestamptz)',
    'meetings_list(jsonb, text, timestamptz, timestamptz, timestamptz, uuid, integer)',
    'meetings_ping()',
  ]
}
