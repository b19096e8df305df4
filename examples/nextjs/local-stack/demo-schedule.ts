import type { SupabaseClient } from '@supabase/supabase-js'
import type { PeopleIds } from './demo-bookings.ts'
import { DEMO_PEOPLE } from './demo-people.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** What can be booked in the demo. Hosts are there every day, so that there is always something to try. */
export async function seedDemoSchedule(supabase: SupabaseClient, people: PeopleIds): Promise<void> {
  const hosts = DEMO_PEOPLE.filter(({ key }) => key === 'sam' || key === 'priya')
  const schedules = hosts.map(({ key }) => ({
    host_id: people[key],
    schedule: {
      timeZone: key === 'sam' ? 'Europe/Berlin' : 'Europe/London',
      weekly: EVERY_DAY.flatMap((weekday) => [
        { weekday, from: '08:00', to: '12:00' },
        { weekday, from: '13:00', to: '22:00' },
      ]),
      overrides: [],
      timeOff: [],
    },
  }))
  await added('schedules', supabase.from('host_schedules').upsert(schedules))

  const organization = hosts[0]?.organizationId
  const types = [
    {
      id: '5e0f1a52-3f54-4c1e-9b7a-0a1de0a1c001',
      organization_id: organization,
      name: 'First talk',
      description: 'Half an hour to get to know each other.',
      duration_minutes: 30,
      step_minutes: 30,
      buffer_after_minutes: 15,
      questions: [{ id: 'topic', label: 'What is it about?', type: 'text', required: false }],
    },
    {
      id: '5e0f1a52-3f54-4c1e-9b7a-0a1de0a1c002',
      organization_id: organization,
      name: 'Financial planning',
      description: 'An hour with one of our advisors.',
      duration_minutes: 60,
      step_minutes: 30,
      buffer_after_minutes: 15,
      questions: [],
    },
  ]
  await added('meeting types', supabase.from('meeting_types').upsert(types))
  const pairs = types.flatMap(({ id }) =>
    hosts.map((host, position) => ({
      meeting_type_id: id,
      host_id: people[host.key],
      host_name: host.name,
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
