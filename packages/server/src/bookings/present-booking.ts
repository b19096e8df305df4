import { type Booking, type JoinPolicy, joinWindow } from '@meetings/contract'
import type { ViewedBooking, Viewer } from '../ports/booking-store.ts'
import type { ScheduleStore } from '../ports/schedule-store.ts'
import { bookingDetails, changeableUntil, foreignMetadata } from './booking-details.ts'

/**
 * A stored booking as it goes over the wire to this viewer, with the join window of the current policy. Without a
 * store of schedules nobody can change it here.
 */
export function presentBooking(
  booking: ViewedBooking,
  viewer: Viewer,
  { policy, schedule }: { policy: JoinPolicy; schedule?: ScheduleStore | undefined },
): Booking {
  const details = bookingDetails(booking)
  // Field by field: a list of objects with spread parts takes longer to make and to write.
  return {
    id: booking.id,
    organizationId: booking.organizationId,
    meetingTypeId: booking.meetingTypeId,
    meetingTypeName: booking.meetingTypeName,
    hostId: booking.hostId,
    hostName: booking.hostName,
    customerId: booking.customerId,
    customerName: booking.customerName,
    customerEmail: booking.viewerRole === 'guest' ? null : booking.customerEmail,
    startTime: booking.startTime,
    endTime: booking.endTime,
    status: booking.status,
    viewerRole: booking.viewerRole,
    joinWindow: joinWindow(booking, policy),
    notes: details.notes,
    customerTimeZone: details.customerTimeZone,
    guests: details.guests,
    hosts: details.hosts,
    answers: details.answers,
    cancellation: details.cancellation,
    sequence: details.sequence,
    changeableUntil: schedule === undefined ? null : changeableUntil(booking, viewer),
    presence: booking.presence ?? null,
    metadata: foreignMetadata(booking),
  }
}
