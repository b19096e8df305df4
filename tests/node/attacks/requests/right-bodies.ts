import type { MeetingRouteName } from '@meetings/contract'
import type { Random } from './random.ts'

/** What can be booked in a target. */
export const TYPE_ID = 'd0000000-0000-4000-8000-000000000001'

const STARTS = [
  '2026-11-23T09:00:00Z',
  '2026-11-23T10:00:00Z',
  '2026-11-24T09:00:00+01:00',
  '2026-11-21T09:00:00Z',
]

type Writer = (random: Random, ids: readonly string[]) => object

const slot: Writer = (random) => ({ meeting_type_id: TYPE_ID, start_time: random.pick(STARTS) })

const IDENTITIES = ['host', 'customer', 'b0000000-0000-4000-8000-00000000ffff']
const somebody: Writer = (random, ids) => ({
  booking_id: random.pick(ids),
  identity: random.pick(IDENTITIES),
})

/** Bodies that routes take; every other route takes the id of a booking. */
const WRITERS: Partial<Record<MeetingRouteName, Writer>> = {
  removeParticipant: somebody,
  readmitParticipant: somebody,
  admitParticipant: somebody,
  lockMeeting: (random, ids) => ({ booking_id: random.pick(ids), locked: random.chance(0.5) }),
  holdSlot: slot,
  releaseHold: () => ({}),
  createBooking: (random, ids) => ({
    ...slot(random, ids),
    customer_name: 'Carl',
    customer_email: 'carl@example.org',
    time_zone: 'Europe/Berlin',
    notes: 'Hello.',
    guests: [{ email: 'lou@example.org', name: 'Lou' }],
    hold_id: random.pick(ids),
  }),
  cancelBooking: () => ({ reason: 'Later.' }),
  rescheduleBooking: (random) => ({ start_time: random.pick(STARTS) }),
  saveSchedule: (random) => ({
    time_zone: 'UTC',
    weekly: [{ weekday: 1 + random.below(7), from: '09:00', to: '17:00' }],
    overrides: [{ date: '2026-11-24', intervals: [] }],
    time_off: [{ from: '2026-12-24', to: '2026-12-26' }],
  }),
}

/** The JSON that a route expects. */
export function rightBody(random: Random, route: MeetingRouteName, ids: readonly string[]): string {
  const write = WRITERS[route] ?? (() => ({ booking_id: random.pick(ids) }))
  return JSON.stringify(write(random, ids))
}
