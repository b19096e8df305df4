import { participantRole } from '../../bookings/participant-role.ts'
import type { HostRecord, MeetingTypeRecord, Openings, OpeningsRequest } from '../../ports/schedule-store.ts'
import { busyOf, hostsOf, type MemoryCalendar, type MemoryMeetingType, mayBook } from './memory-calendar.ts'

const DAY_MS = 86_400_000

/** What decides which slots of a type are open, as the database answers it. */
export function findOpenings(calendar: MemoryCalendar, request: OpeningsRequest): Openings | null {
  const { viewer, at, from, to } = request
  const type = calendar.types.get(request.meetingTypeId)
  if (type === undefined) return null
  const moved = request.exceptBookingId === null ? undefined : calendar.store.get(request.exceptBookingId)
  const role = moved?.meetingTypeId === type.id ? participantRole(moved, viewer) : null
  // Leaving a booking out tells when it is: only who may move it learns that.
  const except = moved !== undefined && role !== null && role !== 'guest' ? moved.id : null
  if (except === null && (type.active === false || !mayBook(type, viewer))) return null

  const bookings = calendar.store.all().filter(({ meetingTypeId }) => meetingTypeId === type.id)
  const earliest = from.getTime() - DAY_MS
  const latest = to.getTime() + (type.rules.durationMinutes + type.rules.bufferAfterMinutes) * 60_000 + DAY_MS
  const hosts = type.hosts.map(({ id, name }) => {
    const own = bookings.filter((booking) => hostsOf(booking).includes(id))
    const host: HostRecord = {
      hostId: id,
      hostName: name,
      schedule: calendar.schedules.get(id) ?? { timeZone: 'UTC', weekly: [], overrides: [], timeOff: [] },
      busy: busyOf(calendar, id, { userId: viewer.userId, at, except }).filter(
        (busy) => busy.start.getTime() < latest && busy.end.getTime() > earliest,
      ),
      bookedStarts: own
        .filter(({ status, id: bookingId }) => status !== 'cancelled' && bookingId !== except)
        .map(({ startTime }) => Date.parse(startTime))
        .filter((start) => start >= from.getTime() - 3 * DAY_MS && start < to.getTime() + 3 * DAY_MS)
        .sort((a, b) => a - b)
        .map((start) => new Date(start)),
    }
    return {
      host,
      ahead: own.filter(
        ({ status, startTime }) => status !== 'cancelled' && Date.parse(startTime) >= at.getTime(),
      ).length,
      lastBooked: calendar.lastBooked.get(`${type.id} ${id}`) ?? Number.NEGATIVE_INFINITY,
    }
  })
  hosts.sort(
    (a, b) =>
      a.ahead - b.ahead ||
      Math.sign(a.lastBooked - b.lastBooked) ||
      (a.host.hostId < b.host.hostId ? -1 : a.host.hostId > b.host.hostId ? 1 : 0),
  )
  return { type: publicType(type), hosts: hosts.map(({ host }) => host) }
}

/** A type as it leaves the store. */
export function publicType({ active, ...type }: MemoryMeetingType): MeetingTypeRecord {
  return structuredClone(type)
}
