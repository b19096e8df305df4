import { MINUTE_MS } from '@meetings/contract'
import type { HostSchedule } from '../../availability/host-schedule.ts'
import { furtherHostsOf } from '../../bookings/participant-role.ts'
import type { BookingRecord } from '../../ports/booking-store.ts'
import type { Booker, Candidate, HoldRecord, MeetingTypeRecord, Span } from '../../ports/schedule-store.ts'
import type { MemoryStore } from '../memory-store.ts'

/** A meeting type in a memory store. */
export interface MemoryMeetingType extends MeetingTypeRecord {
  /** Default: true. Others are kept for the bookings that were made of them. */
  active?: boolean
}

export interface MemoryHold extends HoldRecord {
  userId: string
  hostIds: readonly string[]
  busy: Span
}

/** What the memory store of schedules keeps, besides the bookings. */
export interface MemoryCalendar {
  store: MemoryStore
  types: Map<string, MemoryMeetingType>
  schedules: Map<string, HostSchedule>
  holds: Map<string, MemoryHold>
  /** Which booking a key has made, by user and key. */
  keys: Map<string, { fingerprint: string; bookingId: string; at: number }>
  /** When a host was last booked for a type, by type and host. */
  lastBooked: Map<string, number>
  newId(): string
}

export function mayBook(type: MemoryMeetingType, viewer: Booker): boolean {
  const { organizationId } = type
  if (organizationId === null || viewer.adminOf === 'any') return true
  return viewer.organizationId === organizationId || viewer.adminOf?.organizationId === organizationId
}

export function hostsOf(booking: BookingRecord): string[] {
  return [booking.hostId, ...furtherHostsOf(booking).map(({ id }) => id)]
}

export function isLive({ status }: BookingRecord): boolean {
  return status === 'confirmed' || status === 'in_progress'
}

export function isBusy(hold: MemoryHold, userId: string, at: Date): boolean {
  return hold.expiresAt > at && hold.userId !== userId
}

/** What keeps a host from another meeting: live bookings but one, and the holds of others. */
export function busyOf(
  { store, holds }: MemoryCalendar,
  hostId: string,
  look: { userId: string; at: Date; except: string | null },
): Span[] {
  const bookings = store
    .all()
    .filter((booking) => isLive(booking) && booking.id !== look.except && hostsOf(booking).includes(hostId))
  const held = Array.from(holds.values()).filter(
    (hold) => hold.hostIds.includes(hostId) && isBusy(hold, look.userId, look.at),
  )
  return [...bookings.map(widened), ...held.map(({ busy }) => busy)].sort(
    (a, b) => a.start.getTime() - b.start.getTime(),
  )
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** The candidates whose date has room for another meeting of this type. */
export function belowMaximum(
  { store }: MemoryCalendar,
  type: MeetingTypeRecord,
  candidates: readonly Candidate[],
  except: string | null,
): string[] {
  const { dailyMaximum } = type.rules
  const starts = (hostId: string) =>
    store
      .all()
      .filter((booking) => booking.meetingTypeId === type.id && booking.status !== 'cancelled')
      .filter((booking) => booking.id !== except && hostsOf(booking).includes(hostId))
      .map(({ startTime }) => new Date(startTime))
  return candidates
    .filter(
      ({ hostId, day }) =>
        dailyMaximum === null ||
        starts(hostId).filter((start) => day.start <= start && start < day.end).length < dailyMaximum,
    )
    .map(({ hostId }) => hostId)
}

/** Who takes it, the first host first; nobody when it is taken. */
export function choose(
  calendar: MemoryCalendar,
  type: MeetingTypeRecord,
  candidates: readonly string[],
  look: { busy: Span; userId: string; at: Date; except: string | null },
): string[] {
  const free = candidates.filter(
    (hostId) =>
      type.hosts.some(({ id }) => id === hostId) &&
      !busyOf(calendar, hostId, look).some((busy) => overlaps(busy, look.busy)),
  )
  if (type.hostMode === 'any') return free.slice(0, 1)
  const all = type.hosts.map(({ id }) => id)
  return all.every((hostId) => free.includes(hostId)) ? all : []
}

/** Ends the person's hold of the type, and what else of theirs is in the way. */
export function dropHolds(
  { holds }: MemoryCalendar,
  { userId, typeId, hostIds, busy }: { userId: string; typeId: string; hostIds: string[]; busy: Span },
): void {
  for (const hold of holds.values()) {
    if (hold.userId !== userId) continue
    const inTheWay = overlaps(hold.busy, busy) && hold.hostIds.some((hostId) => hostIds.includes(hostId))
    if (hold.meetingTypeId === typeId || inTheWay) holds.delete(hold.id)
  }
}

function widened({ startTime, endTime, metadata }: BookingRecord): Span {
  const buffers = (metadata.buffers ?? {}) as { before?: unknown; after?: unknown }
  const minutes = (value: unknown) => (typeof value === 'number' ? value * MINUTE_MS : 0)
  return {
    start: new Date(Date.parse(startTime) - minutes(buffers.before)),
    end: new Date(Date.parse(endTime) + minutes(buffers.after)),
  }
}
