// The only file that loads zod: import it from the server, never from the browser package.
import * as z from 'zod'
import { BOOKING_SCOPES, BOOKING_STATUSES, PARTICIPANT_ROLES } from './booking/booking.ts'

/** Body of the three call routes. Strict: an unknown key is an error, not noise. */
export const bookingRequestSchema = z.strictObject({ booking_id: z.uuid() })

/** Query of `GET /bookings`. */
export const listBookingsQuerySchema = z.strictObject({
  scope: z.enum(BOOKING_SCOPES).default('upcoming'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(512).optional(),
})

const instant = z.iso.datetime()

/** A booking row as a store hands it over; loose, because vendors add columns. */
export const bookingRecordSchema = z.object({
  id: z.uuid(),
  organizationId: z.string().nullable(),
  meetingTypeId: z.string().nullable(),
  meetingTypeName: z.string(),
  hostId: z.string(),
  hostName: z.string(),
  customerId: z.string().nullable(),
  customerName: z.string(),
  customerEmail: z.string().nullable(),
  startTime: instant,
  endTime: instant,
  status: z.enum(BOOKING_STATUSES),
  viewerRole: z.enum(PARTICIPANT_ROLES),
  metadata: z.record(z.string(), z.unknown()),
})
