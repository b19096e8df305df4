import { type Booking, type BookingDraft, joinWindow, type MeetingType, MINUTE_MS } from '@meetings/contract'

/** When a meeting of this type takes place that starts then, and everything that follows from it. */
export function timesOf(start: number, type: MeetingType) {
  const iso = (ms: number) => new Date(ms).toISOString()
  const times = { startTime: iso(start), endTime: iso(start + type.durationMinutes * MINUTE_MS) }
  return {
    ...times,
    joinWindow: joinWindow(times),
    changeableUntil: iso(start - type.cancellationCutoffMinutes * MINUTE_MS),
  }
}

/** What a draft becomes. */
export function bookingOf(id: string, draft: BookingDraft, type: MeetingType): Booking {
  const [host = { id: 'sam', name: 'Sam Rivera' }, ...others] = type.hosts
  return {
    id,
    organizationId: null,
    meetingTypeId: type.id,
    meetingTypeName: type.name,
    hostId: host.id,
    hostName: host.name,
    hosts: type.hostMode === 'all' ? others : [],
    customerId: 'me',
    customerName: draft.customerName,
    customerEmail: draft.customerEmail ?? null,
    ...timesOf(Date.parse(draft.startTime), type),
    status: 'confirmed',
    viewerRole: 'customer',
    notes: draft.notes ?? null,
    customerTimeZone: draft.timeZone,
    guests: (draft.guests ?? []).map(({ email, name = null }) => ({ email, name })),
    answers: draft.answers ?? {},
    cancellation: null,
    presence: null,
    sequence: 0,
    metadata: {},
  }
}

/** The booking, cancelled. */
export function cancelled(booking: Booking, at: string, reason: string | undefined): Booking {
  return {
    ...booking,
    status: 'cancelled',
    cancellation: { by: booking.viewerRole, reason: reason ?? null, at },
    sequence: (booking.sequence ?? 0) + 1,
    changeableUntil: null,
  }
}

/** The booking at another time. */
export function moved(booking: Booking, start: number, type: MeetingType): Booking {
  return { ...booking, ...timesOf(start, type), sequence: (booking.sequence ?? 0) + 1 }
}

/** Earliest first. */
export function inOrder(bookings: readonly Booking[]): Booking[] {
  return [...bookings].sort((a, b) => Date.parse(a.startTime) - Date.parse(b.startTime))
}
