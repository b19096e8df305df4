import { participantRole } from '../../bookings/participant-role.ts'
import type { BookingRecord, ViewedBooking, Viewer } from '../../ports/booking-store.ts'
import type { BookRequest, BookResult, MeetingTypeRecord } from '../../ports/schedule-store.ts'
import { belowMaximum, choose, dropHolds, type MemoryCalendar, mayBook } from './memory-calendar.ts'

const KEPT_MS = 24 * 3_600_000

/** Books, or answers what the key has made. */
export function book(calendar: MemoryCalendar, request: BookRequest): BookResult | null {
  const { viewer, idempotency, at, busy } = request
  const { userId } = viewer
  const type = calendar.types.get(request.meetingTypeId)
  if (type === undefined) return null

  const keyName = idempotency && `${userId} ${idempotency.key}`
  const known = keyName === null ? undefined : calendar.keys.get(keyName)
  if (known !== undefined && known.at > at.getTime() - KEPT_MS) {
    if (known.fingerprint !== idempotency?.fingerprint) return { outcome: 'key_reused' }
    const made = calendar.store.get(known.bookingId)
    if (made !== undefined) return { outcome: 'replayed', booking: view(made, viewer) }
  }

  // After the key: what was booked stays booked when the type is no longer offered.
  if (type.active === false || !mayBook(type, viewer)) return null
  const candidates = belowMaximum(calendar, type, request.candidates, null)
  const hostIds = choose(calendar, type, candidates, { busy, userId, at, except: null })
  const [hostId] = hostIds
  if (hostId === undefined) return { outcome: 'taken' }

  const booking: BookingRecord = {
    id: calendar.newId(),
    organizationId: type.organizationId,
    meetingTypeId: type.id,
    meetingTypeName: type.name,
    hostId,
    hostName: hostName(type, hostId),
    customerId: userId,
    customerName: request.customerName,
    customerEmail: request.customerEmail,
    startTime: request.start.toISOString(),
    endTime: request.end.toISOString(),
    status: 'confirmed',
    metadata: {
      ...request.metadata,
      ...hostingOf(type, hostIds),
      cutoffMinutes: type.cancellationCutoffMinutes,
      sequence: 0,
    },
  }
  dropHolds(calendar, { userId, typeId: type.id, hostIds, busy })
  calendar.store.put(booking)
  for (const id of hostIds) calendar.lastBooked.set(`${type.id} ${id}`, at.getTime())
  if (keyName !== null && idempotency) {
    const { fingerprint } = idempotency
    calendar.keys.set(keyName, { fingerprint, bookingId: booking.id, at: at.getTime() })
  }
  return { outcome: 'booked', booking: view(booking, viewer) }
}

/** What a booking's metadata tells of its hosts and buffers. */
export function hostingOf(
  type: MeetingTypeRecord,
  [, ...further]: readonly string[],
): Record<string, unknown> {
  const { bufferBeforeMinutes, bufferAfterMinutes } = type.rules
  return {
    ...(further.length > 0 && { hosts: further.map((id) => ({ id, name: hostName(type, id) })) }),
    buffers: { before: bufferBeforeMinutes, after: bufferAfterMinutes },
  }
}

export function hostName(type: MeetingTypeRecord, hostId: string): string {
  return type.hosts.find(({ id }) => id === hostId)?.name ?? ''
}

/** A booking of somebody who belongs to it. */
export function view(booking: BookingRecord, viewer: Viewer): ViewedBooking {
  const viewerRole = participantRole(booking, viewer)
  if (viewerRole === null) throw new Error('A stranger got a booking.')
  return { ...structuredClone(booking), viewerRole }
}
