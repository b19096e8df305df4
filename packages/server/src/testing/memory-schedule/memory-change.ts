import { MINUTE_MS } from '@meetings/contract'
import { isInCharge, participantRole } from '../../bookings/participant-role.ts'
import type { BookingRecord, Viewer } from '../../ports/booking-store.ts'
import type {
  CancelRequest,
  CancelResult,
  Refusal,
  RescheduleRequest,
  RescheduleResult,
} from '../../ports/schedule-store.ts'
import { hostingOf, hostName, view } from './memory-book.ts'
import { belowMaximum, choose, dropHolds, type MemoryCalendar } from './memory-calendar.ts'

export function cancel({ store }: MemoryCalendar, request: CancelRequest): CancelResult | null {
  const { viewer, at, reason } = request
  const opened = open(store.get(request.bookingId), viewer, at)
  if (opened === null) return null
  const { booking, refusal } = opened
  if (refusal === 'not_confirmed' && booking.status === 'cancelled') {
    return { outcome: 'already', booking: view(booking, viewer) }
  }
  if (refusal !== null) return { outcome: refusal, booking: view(booking, viewer) }
  const by = participantRole(booking, viewer)
  store.put({
    ...booking,
    status: 'cancelled',
    metadata: { ...nextMetadata(booking), cancellation: { by, reason, at: at.toISOString() } },
  })
  return { outcome: 'cancelled', booking: view(store.get(booking.id) ?? booking, viewer) }
}

export function reschedule(calendar: MemoryCalendar, request: RescheduleRequest): RescheduleResult | null {
  const { store } = calendar
  const { viewer, at, start, end, busy } = request
  const opened = open(store.get(request.bookingId), viewer, at)
  if (opened === null) return null
  const { booking, refusal } = opened
  const stay = (outcome: RescheduleResult['outcome']) => ({ outcome, booking: view(booking, viewer) })
  if (refusal !== null) return stay(refusal)
  if (Date.parse(booking.startTime) === start.getTime()) return stay('unchanged')

  const type = booking.meetingTypeId === null ? undefined : calendar.types.get(booking.meetingTypeId)
  if (type === undefined) return stay('taken')
  const candidates = belowMaximum(calendar, type, request.candidates, booking.id)
  // Who has the meeting keeps it.
  if (candidates.includes(booking.hostId)) candidates.unshift(booking.hostId)
  const { userId } = viewer
  const hostIds = choose(calendar, type, candidates, { busy, userId, at, except: booking.id })
  const [hostId] = hostIds
  if (hostId === undefined) return stay('taken')

  dropHolds(calendar, { userId, typeId: type.id, hostIds, busy })
  const { hosts, ...metadata } = nextMetadata(booking)
  store.put({
    ...booking,
    hostId,
    hostName: hostName(type, hostId),
    startTime: start.toISOString(),
    endTime: end.toISOString(),
    metadata: { ...metadata, ...hostingOf(type, hostIds) },
  })
  return { outcome: 'rescheduled', booking: view(store.get(booking.id) ?? booking, viewer) }
}

/** The booking of a member, and why they may not change it now. */
function open(
  booking: BookingRecord | undefined,
  viewer: Viewer,
  at: Date,
): { booking: BookingRecord; refusal: Refusal | null } | null {
  const role = booking && participantRole(booking, viewer)
  return booking && role ? { booking, refusal: refusalOf(booking, viewer, at, role === 'guest') } : null
}

function refusalOf(booking: BookingRecord, viewer: Viewer, at: Date, isGuest: boolean): Refusal | null {
  const inCharge = isInCharge(booking, viewer)
  if (isGuest && !inCharge) return 'forbidden'
  if (booking.status !== 'confirmed') return 'not_confirmed'
  const { cutoffMinutes } = booking.metadata
  const cutoff = inCharge || typeof cutoffMinutes !== 'number' ? 0 : cutoffMinutes * MINUTE_MS
  return at.getTime() >= Date.parse(booking.startTime) - cutoff ? 'too_late' : null
}

function nextMetadata({ metadata }: BookingRecord): Record<string, unknown> {
  const { sequence } = metadata
  return { ...metadata, sequence: (typeof sequence === 'number' ? sequence : 0) + 1 }
}
