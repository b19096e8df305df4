import type { BookingRecord, LeftBy } from '../ports/booking-store.ts'
import type { Admission } from './memory-moderation.ts'
import { statusWithoutAnybody, type Visit } from './visit.ts'

/** One connection to the room, as far as it is known. Milliseconds since the epoch. */
export interface Connection {
  roomId: string
  identity: string
  connectedAt: number | null
  disconnectedAt: number | null
}

/** What the memory store keeps of one booking. */
export interface MemoryMeeting {
  booking: BookingRecord
  /** Its times, read once. Milliseconds since the epoch. */
  startsAt: number
  endsAt: number
  /** In the order they began. */
  visits: Visit[]
  connections: Map<string, Connection>
  /** When each room ended that has ended. */
  endedRooms: Map<string, number>
  /** What hosts decided about people, by user id. */
  admissions: Map<string, Admission>
  isLocked: boolean
}

export function openVisits({ visits }: MemoryMeeting): Visit[] {
  return visits.filter(({ leftAt }) => leftAt === null)
}

/** Ends a visit, never before it began. */
export function closeVisit(visit: Visit, at: number, leftBy: LeftBy): void {
  visit.leftAt = Math.max(visit.enteredAt, at)
  visit.leftBy = leftBy
}

/** Ends a meeting that goes on without anybody in it. True when that completed it. */
export function closeIfEmpty(meeting: MemoryMeeting): boolean {
  const { booking, visits } = meeting
  if (booking.status !== 'in_progress' || openVisits(meeting).length > 0) return false
  meeting.booking = { ...booking, status: statusWithoutAnybody(booking, visits) }
  return meeting.booking.status === 'completed'
}

/** Completes a meeting in progress that ended at or before `forgottenBy`. True when it did. */
export function completeIfForgotten(meeting: MemoryMeeting, forgottenBy: Date): boolean {
  if (meeting.booking.status !== 'in_progress' || meeting.endsAt > forgottenBy.getTime()) return false
  meeting.booking = { ...meeting.booking, status: 'completed' }
  for (const visit of openVisits(meeting)) closeVisit(visit, meeting.endsAt, 'sweep')
  return true
}

/** Completed because everybody left: it may go on. Completed by a decision: it stays so. */
export function mayGoOn({ booking, visits }: MemoryMeeting): boolean {
  return booking.status === 'completed' && visits.length > 0 && booking.metadata.endedForAll !== true
}
