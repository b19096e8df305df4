import type { SupabaseClient } from '@supabase/supabase-js'
import type { PeopleIds } from './demo-bookings.ts'
import { personOf } from './demo-people.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

const OFFICE_HOURS = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '22:00' },
]

/**
 * When hosts can be met: every day, so that there is always something to try. The one on duty is there around
 * the clock: a call can be booked for now and joined, at whatever time of day the demo is tried.
 */
export const DEMO_HOSTS = [
  { key: 'sam', timeZone: 'Europe/Berlin', hours: OFFICE_HOURS },
  { key: 'priya', timeZone: 'Europe/London', hours: OFFICE_HOURS },
  { key: 'noor', timeZone: 'Europe/Berlin', hours: [{ from: '00:00', to: '24:00' }] },
] as const

export const DEMO_MEETING_TYPES = [
  {
    hosts: ['sam', 'priya'],
    row: {
      id: '5e0f1a52-3f54-4c1e-9b7a-0a1de0a1c001',
      name: 'First talk',
      description: 'Half an hour to get to know each other.',
      duration_minutes: 30,
      step_minutes: 30,
      buffer_after_minutes: 15,
      furthest_days: 60,
      questions: [{ id: 'topic', label: 'What is it about?', type: 'text', required: false }],
    },
  },
  {
    hosts: ['sam', 'priya'],
    row: {
      id: '5e0f1a52-3f54-4c1e-9b7a-0a1de0a1c002',
      name: 'Financial planning',
      description: 'An hour with one of our advisors.',
      duration_minutes: 60,
      step_minutes: 30,
      buffer_after_minutes: 15,
      furthest_days: 60,
      questions: [],
    },
  },
  {
    hosts: ['noor'],
    row: {
      id: '5e0f1a52-3f54-4c1e-9b7a-0a1de0a1c003',
      name: 'Quick call',
      description: 'A quarter of an hour with whoever is on duty, now if you like.',
      // As long as a step: no quarter of an hour is lost where one day of the host ends and the next begins.
      duration_minutes: 15,
      step_minutes: 15,
      buffer_after_minutes: 0,
      furthest_days: 1,
      questions: [],
    },
  },
] as const

/** A host's hours as the database keeps them. */
export function scheduleOf({ timeZone, hours }: (typeof DEMO_HOSTS)[number]) {
  return {
    timeZone,
    weekly: EVERY_DAY.flatMap((weekday) => hours.map((interval) => ({ weekday, ...interval }))),
    overrides: [],
    timeOff: [],
  }
}

/** What can be booked in the demo, and with whom. */
export async function seedDemoSchedule(supabase: SupabaseClient, people: PeopleIds): Promise<void> {
  const schedules = DEMO_HOSTS.map((host) => ({ host_id: people[host.key], schedule: scheduleOf(host) }))
  await added('schedules', supabase.from('host_schedules').upsert(schedules))

  const types = DEMO_MEETING_TYPES.map(({ row, hosts }) => ({
    ...row,
    organization_id: personOf(hosts[0]).organizationId,
  }))
  await added('meeting types', supabase.from('meeting_types').upsert(types))
  const pairs = DEMO_MEETING_TYPES.flatMap(({ row, hosts }) =>
    hosts.map((key, position) => ({
      meeting_type_id: row.id,
      host_id: people[key],
      host_name: personOf(key).name,
      position,
    })),
  )
  await added('hosts', supabase.from('meeting_type_hosts').upsert(pairs))
}

async function added(
  what: string,
  answer: PromiseLike<{ error: { message: string } | null }>,
): Promise<void> {
  const { error } = await answer
  if (error) throw new Error(`The demo's ${what} could not be added: ${error.message}`)
}
