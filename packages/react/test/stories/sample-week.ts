import type { Booking } from '@meetings/contract'
import { sampleBooking } from '../../src/testing/sample-booking.ts'

/** When every story plays: a Wednesday afternoon in UTC. */
export const STORY_TIME = '2025-10-22T13:55:00.000Z'

const now = Date.parse(STORY_TIME)
const HOUR = 60

/** Called off, in progress, about to start, later today, tomorrow, next week, over: one of each. */
export function sampleWeek(): Booking[] {
  return [
    sampleBooking(now, {
      id: 'in-progress',
      startsInMinutes: -12,
      lastsMinutes: 45,
      status: 'in_progress',
      meetingTypeName: 'Weekly review',
      hostName: 'Priya Natarajan',
    }),
    sampleBooking(now, { id: 'joinable', startsInMinutes: 5, hostName: 'Sam Rivera' }),
    sampleBooking(now, {
      id: 'later',
      startsInMinutes: 3 * HOUR + 5,
      lastsMinutes: 60,
      meetingTypeName: 'Portfolio review',
      hostName: 'Jonas Weber',
    }),
    sampleBooking(now, {
      id: 'tomorrow',
      startsInMinutes: 20 * HOUR + 5,
      meetingTypeName: 'Follow-up',
      hostName: 'Sam Rivera',
    }),
    sampleBooking(now, {
      id: 'next-week',
      startsInMinutes: 7 * 24 * HOUR + 65,
      lastsMinutes: 90,
      meetingTypeName: 'Yearly planning',
      hostName: 'Mei Tanaka',
    }),
    sampleBooking(now, {
      id: 'past',
      startsInMinutes: -26 * HOUR,
      status: 'completed',
      hostName: 'Sam Rivera',
    }),
    sampleBooking(now, {
      id: 'not-held',
      startsInMinutes: -50 * HOUR,
      meetingTypeName: 'Follow-up',
      hostName: 'Jonas Weber',
    }),
    sampleBooking(now, {
      id: 'cancelled',
      startsInMinutes: 44 * HOUR,
      status: 'cancelled',
      hostName: 'Mei Tanaka',
    }),
  ]
}

/** The one with this id. */
export function sampleOf(id: string): Booking {
  const found = sampleWeek().find((booking) => booking.id === id)
  if (!found) throw new Error(`No sample booking is called ${id}.`)
  return found
}
