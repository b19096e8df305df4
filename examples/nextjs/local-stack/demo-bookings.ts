import type { SupabaseClient } from '@supabase/supabase-js'
import { type DemoPerson, personOf } from './demo-people.ts'

/** The ids that people got when they signed up. */
export type PeopleIds = Record<DemoPerson['key'], string>

const MINUTE = 60_000

interface Meeting {
  type: string
  host: DemoPerson['key']
  /** Somebody of the demo, or a guest who booked by e-mail, without an account. */
  customer: DemoPerson['key'] | { name: string; email: string }
  /** Invited beside them; a host lets them in. */
  guest?: DemoPerson['key']
  /** Milliseconds from now, or the hour of a day so many days from today. */
  starts: number | { inDays: number; hour: number }
  minutes: number
  status: 'confirmed' | 'in_progress' | 'completed' | 'cancelled'
}

/** One booking for every state the list can show. */
const MEETINGS: readonly Meeting[] = [
  {
    type: 'Portfolio review',
    host: 'priya',
    customer: 'alex',
    starts: -10 * MINUTE,
    minutes: 45,
    status: 'in_progress',
  },
  {
    type: 'Consultation',
    host: 'sam',
    customer: 'alex',
    guest: 'lou',
    starts: 10 * MINUTE,
    minutes: 60,
    status: 'confirmed',
  },
  {
    // Ends soon, for what is said then.
    type: 'Handover',
    host: 'sam',
    customer: 'dana',
    starts: -26 * MINUTE,
    minutes: 30,
    status: 'confirmed',
  },
  {
    type: 'Follow-up',
    host: 'sam',
    customer: 'alex',
    starts: { inDays: 1, hour: 10 },
    minutes: 30,
    status: 'confirmed',
  },
  {
    type: 'Quarterly check-in',
    host: 'priya',
    customer: 'alex',
    starts: { inDays: 6, hour: 14 },
    minutes: 45,
    status: 'confirmed',
  },
  {
    type: 'Introduction',
    host: 'sam',
    customer: 'alex',
    starts: { inDays: -2, hour: 11 },
    minutes: 30,
    status: 'completed',
  },
  {
    type: 'Retirement planning',
    host: 'priya',
    customer: 'alex',
    starts: { inDays: 2, hour: 16 },
    minutes: 60,
    status: 'cancelled',
  },
  {
    type: 'Onboarding',
    host: 'robin',
    customer: { name: 'Kim Ito', email: 'kim@northwind.example' },
    starts: 5 * MINUTE,
    minutes: 30,
    status: 'confirmed',
  },
]

/** Replaces every booking by the demo's, set around `now`. Uses the same supabase-js as the app. */
export async function seedDemoBookings(
  supabase: SupabaseClient,
  people: PeopleIds,
  now: Date,
): Promise<void> {
  const emptied = await supabase.from('bookings').delete().not('id', 'is', null)
  if (emptied.error) throw new Error(`The demo bookings could not be removed: ${emptied.error.message}`)
  const rows = MEETINGS.map((meeting) => {
    const host = personOf(meeting.host)
    const guest = meeting.guest && personOf(meeting.guest)
    const account = typeof meeting.customer === 'string' ? personOf(meeting.customer) : null
    const customer = account ?? (meeting.customer as { name: string; email: string })
    const start = startOf(meeting, now)
    return {
      organization_id: host.organizationId,
      meeting_type_name: meeting.type,
      host_id: people[host.key],
      host_name: host.name,
      customer_id: account ? people[account.key] : null,
      customer_name: customer.name,
      customer_email: customer.email,
      start_time: new Date(start).toISOString(),
      end_time: new Date(start + meeting.minutes * MINUTE).toISOString(),
      status: meeting.status,
      metadata: guest ? { guests: [{ name: guest.name, email: guest.email }] } : {},
    }
  })
  const added = await supabase.from('bookings').insert(rows)
  if (added.error) throw new Error(`The demo bookings could not be added: ${added.error.message}`)
}

function startOf({ starts }: Meeting, now: Date): number {
  if (typeof starts === 'number') return Math.floor(now.getTime() / MINUTE) * MINUTE + starts
  const day = new Date(now)
  day.setDate(day.getDate() + starts.inDays)
  return day.setHours(starts.hour, 0, 0, 0)
}
