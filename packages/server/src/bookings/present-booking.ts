import { type Booking, type JoinPolicy, joinWindow } from '@meetings/contract'
import type { ViewedBooking } from '../ports/booking-store.ts'

/** A stored booking as it goes over the wire, with the join window of the current policy. */
export function presentBooking(booking: ViewedBooking, policy: JoinPolicy): Booking {
  return {
    id: booking.id,
    organizationId: booking.organizationId,
    meetingTypeId: booking.meetingTypeId,
    meetingTypeName: booking.meetingTypeName,
    hostId: booking.hostId,
    hostName: booking.hostName,
    customerId: booking.customerId,
    customerName: booking.customerName,
    customerEmail: booking.customerEmail,
    startTime: booking.startTime,
    endTime: booking.endTime,
    status: booking.status,
    viewerRole: booking.viewerRole,
    joinWindow: joinWindow(booking, policy),
    metadata: booking.metadata,
  }
}
