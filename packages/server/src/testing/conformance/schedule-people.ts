import type { HostSchedule } from '../../availability/host-schedule.ts'
import type { Viewer } from '../../ports/booking-store.ts'
import type { Booker } from '../../ports/schedule-store.ts'
import type { MemoryMeetingType } from '../memory-schedule/memory-calendar.ts'
import { meeting, PEOPLE } from './people.ts'

export const ANN = PEOPLE.host.userId
export const BEN = '0c000000-0000-4000-8000-000000000011'

/** People who book: the first belongs to the organisation of the meetings, the last to none. */
export const CARL = booker(PEOPLE.customer, meeting().organizationId)
export const KIM = booker(PEOPLE.mailCustomer, meeting().organizationId)
export const LOU = booker(PEOPLE.guest, null)

export function booker(viewer: Viewer, organizationId: string | null): Booker {
  return { ...viewer, organizationId }
}

/** Half an hour with Ann or Ben, whoever is free, with five minutes before and ten after. */
export const CALL: MemoryMeetingType = {
  id: '0d000000-0000-4000-8000-000000000001',
  organizationId: null,
  name: 'Call',
  description: 'A first talk.',
  hostMode: 'any',
  hosts: [
    { id: BEN, name: 'Ben' },
    { id: ANN, name: 'Ann' },
  ],
  questions: [
    { id: 'topic', label: 'What about?', type: 'choice', required: true, options: ['This', 'That'] },
    { id: 'more', label: 'More?', type: 'text', required: false },
  ],
  rules: {
    durationMinutes: 30,
    stepMinutes: 15,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10,
    minimumNoticeMinutes: 0,
    furthestDays: 60,
    dailyMaximum: null,
  },
  cancellationCutoffMinutes: 60,
}

/** The same with both of them. */
export const PANEL: MemoryMeetingType = {
  ...CALL,
  id: '0d000000-0000-4000-8000-000000000002',
  name: 'Panel',
  description: null,
  hostMode: 'all',
}

export const HOURS: HostSchedule = {
  timeZone: 'Europe/Berlin',
  weekly: [{ weekday: 1, from: '09:00', to: '17:00' }],
  overrides: [{ date: '2026-12-24', intervals: [] }],
  timeOff: [{ from: '2026-12-27', to: '2027-01-03' }],
}
