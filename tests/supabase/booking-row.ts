import type { BookingRecord } from '@meetings/server'

/** A booking as a row of the table that our migration creates. */
export function bookingRow(booking: BookingRecord) {
  return {
    id: booking.id,
    organization_id: booking.organizationId,
    meeting_type_id: booking.meetingTypeId,
    meeting_type_name: booking.meetingTypeName,
    host_id: booking.hostId,
    host_name: booking.hostName,
    customer_id: booking.customerId,
    customer_name: booking.customerName,
    customer_email: booking.customerEmail,
    start_time: booking.startTime,
    end_time: booking.endTime,
    status: booking.status,
    metadata: booking.metadata,
  }
}

/** The second migration, for booking. */
export const SCHEDULING_FILE = new URL(
  '../../packages/server/migrations/0002_scheduling.sql',
  import.meta.url,
)

/** The migration as it ships with the package. */
export const MIGRATION_FILE = new URL('../../packages/server/migrations/0001_meetings.sql', import.meta.url)
