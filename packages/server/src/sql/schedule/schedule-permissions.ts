import type { MigrationPlatform } from '../migration/permissions.ts'
import type { SqlNames } from '../migration/sql-names.ts'

const TABLES = [
  'meeting_types',
  'meeting_type_hosts',
  'host_schedules',
  'meeting_holds',
  'meeting_busy',
  'meeting_idempotency',
]

/** Who may do what: the server everything, everybody else nothing. */
export function schedulePermissions(
  { table }: SqlNames,
  platform: MigrationPlatform,
  role: string | null,
): string {
  const isSupabase = platform === 'supabase'
  const server = isSupabase ? 'service_role' : role
  const grantTo = (what: string) => (server === null ? [] : [`grant ${what} to ${server};`])
  return [
    '-- People see what can be booked through the server: row-level security without a policy shows nothing.',
    ...TABLES.flatMap((name) => [
      ...(isSupabase ? [`alter table public.${name} enable row level security;`] : []),
      `revoke all on public.${name} from ${isSupabase ? 'anon, authenticated' : 'public'};`,
      ...grantTo(`select, insert, update, delete on public.${name}`),
    ]),
    ...(role === null ? [] : grantTo(`insert on ${table}`)),
    '',
    '-- These functions believe what they are told about the viewer: only the server may call them.',
    ...functionNames(table).map(
      (name) =>
        `revoke execute on function public.${name} from ${isSupabase ? 'public, anon, authenticated' : 'public'};`,
    ),
    ...functionNames(table).flatMap((name) => grantTo(`execute on function public.${name}`)),
    '',
  ].join('\n')
}

function functionNames(table: string): string[] {
  return [
    'meetings_lock_hosts(text[])',
    `meetings_hosts_of(${table})`,
    `meetings_busy_of(${table})`,
    `meetings_keep_busy(${table})`,
    'meetings_before_booking()',
    'meetings_after_booking()',
    'meetings_is_free(text, tstzrange, text, timestamptz, uuid)',
    'meetings_drop_holds(text[], tstzrange, text, uuid, timestamptz)',
    'meetings_may_book(public.meeting_types, jsonb)',
    'meetings_type(public.meeting_types)',
    'meetings_list_types(jsonb)',
    'meetings_find_schedule(text)',
    'meetings_save_schedule(text, jsonb)',
    'meetings_hosted(text, uuid, timestamptz, timestamptz)',
    'meetings_find_openings(jsonb, jsonb)',
    'meetings_lock_person(text)',
    'meetings_requested(jsonb)',
    'meetings_choose(public.meeting_types, text[], tstzrange, text, timestamptz, uuid)',
    'meetings_hold(jsonb, jsonb)',
    'meetings_release_hold(jsonb, uuid)',
    'meetings_host_name(public.meeting_types, text)',
    'meetings_further_hosts(public.meeting_types, text[])',
    'meetings_below_maximum(public.meeting_types, jsonb, uuid)',
    'meetings_book(jsonb, jsonb)',
    `meetings_refusal(${table}, jsonb, timestamptz)`,
    'meetings_cancel(uuid, jsonb, timestamptz, text)',
    'meetings_reschedule(uuid, jsonb, timestamptz, jsonb)',
  ]
}
