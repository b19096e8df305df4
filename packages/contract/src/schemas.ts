// Loads zod, like `scheduling/request-schemas.ts`: import them from the server, never from the browser package.
import * as z from 'zod'
import { BOOKING_SCOPES, BOOKING_STATUSES } from './booking/booking.ts'

// Any 8-4-4-4-12 id, as Postgres takes it: existing tables hold ids that are no RFC 9562 version.
const bookingId = z.guid()

/** Body of the routes that need no more, and query of `GET /moderation`. Strict: an unknown key is an error, not noise. */
export const bookingRequestSchema = z.strictObject({
  booking_id: bookingId.describe('The id of the booking.'),
})

const identity = z
  .string()
  .regex(/^[!-~]{1,128}$/, "Must be a participant's identity: 1 to 128 visible ASCII characters.")
  .describe("The room's name for the person.")

/** Body of `POST /remove-participant`, `/readmit-participant` and `/admit-participant`. */
export const participantRequestSchema = bookingRequestSchema.extend({ identity })

/** Body of `POST /lock-meeting`. */
export const lockRequestSchema = bookingRequestSchema.extend({
  locked: z.boolean().describe('Whether people who were never in are kept out.'),
})

/** Query of `GET /bookings`. */
export const listBookingsQuerySchema = z.strictObject({
  scope: z
    .enum(BOOKING_SCOPES)
    .default('upcoming')
    .describe('Which bookings; `upcoming` holds everything not over yet, live meetings included.'),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many on a page.'),
  cursor: z.string().max(512).optional().describe('`nextCursor` of the page before, unchanged.'),
})

/**
 * A booking row as a store hands it over; loose, because vendors add columns.
 * Times are ISO 8601 UTC ending in `Z`.
 */
export const bookingRecordSchema = z.object({
  id: bookingId,
  organizationId: z.string().nullable(),
  meetingTypeId: z.string().nullable(),
  meetingTypeName: z.string(),
  hostId: z.string(),
  hostName: z.string(),
  customerId: z.string().nullable(),
  customerName: z.string(),
  customerEmail: z.string().nullable(),
  startTime: z.iso.datetime(),
  endTime: z.iso.datetime(),
  status: z.enum(BOOKING_STATUSES),
  metadata: z.record(z.string(), z.unknown()),
})
