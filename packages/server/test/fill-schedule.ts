import type { ScheduleWorld } from '../src/testing/index.ts'

/** SQL and parameters that make the tables of booking hold exactly this, apart from bookings. */
export function fillScheduleStatements({
  meetingTypes,
  schedules,
}: Omit<ScheduleWorld, 'bookings'>): [text: string, params: string[]][] {
  const types = meetingTypes.map(({ id, organizationId, name, description, active, hostMode, ...type }) => ({
    id,
    organization_id: organizationId,
    name,
    description,
    active: active ?? true,
    host_mode: hostMode,
    questions: type.questions,
    duration_minutes: type.rules.durationMinutes,
    step_minutes: type.rules.stepMinutes,
    buffer_before_minutes: type.rules.bufferBeforeMinutes,
    buffer_after_minutes: type.rules.bufferAfterMinutes,
    minimum_notice_minutes: type.rules.minimumNoticeMinutes,
    furthest_days: type.rules.furthestDays,
    daily_maximum: type.rules.dailyMaximum,
    cancellation_cutoff_minutes: type.cancellationCutoffMinutes,
    created_at: '2026-01-01T00:00:00Z',
  }))
  const hosts = meetingTypes.flatMap((type) =>
    type.hosts.map(({ id, name }, position) => ({
      meeting_type_id: type.id,
      host_id: id,
      host_name: name,
      position,
    })),
  )
  const hours = Object.entries(schedules).map(([host_id, schedule]) => ({
    host_id,
    schedule,
    updated_at: '2026-01-01T00:00:00Z',
  }))
  const insert = (table: string, rows: readonly object[]): [string, string[]] => [
    `insert into public.${table} select * from jsonb_populate_recordset(null::public.${table}, $1::text::jsonb)`,
    [JSON.stringify(rows)],
  ]
  return [
    ['delete from public.meeting_types', []],
    ['delete from public.host_schedules', []],
    ['delete from public.meeting_idempotency', []],
    insert('meeting_types', types),
    insert('meeting_type_hosts', hosts),
    insert('host_schedules', hours),
  ]
}
