import {
  BOOKING_STATUSES,
  type Booking,
  type BookingPage,
  type JoinWindow,
  type LaunchTicket,
  type LeaveReceipt,
  type MeetingPerson,
  type Moderation,
  PARTICIPANT_ROLES,
  type TokenRenewal,
  type WaitingPerson,
} from '@meetings/contract'
import * as z from 'zod'

// The contract's interfaces once more, as schemas: only the document needs them, requests never do.
// `satisfies` holds a schema to its interface; a test checks the other direction and real answers.
export const instant = (meaning: string) => z.iso.datetime().describe(`${meaning} ISO 8601, UTC.`)
const token = z.string().describe('A room token. A secret: never log it, store it or put it into a URL.')
const expiresAt = instant('When the token stops opening connections.')
export const serverTime = instant("The server's clock when it answered: correct countdowns by it.")
const role = z.enum(PARTICIPANT_ROLES).describe('What the person is in this meeting.')
const status = z.enum(BOOKING_STATUSES)

export const meetingPersonSchema = z
  .object({
    identity: z.string().describe("The room's name for the person: opaque, the same for every launch."),
    name: z.string(),
    role,
  })
  .describe('Somebody who may be met in the room.') satisfies z.ZodType<MeetingPerson>

export const launchTicketSchema = z
  .object({
    token,
    roomName: z.string().describe('meeting_<booking id>'),
    participantName: z.string().describe("The caller's own name."),
    bookingId: z.guid(),
    expiresAt,
    endsAt: instant("The meeting's scheduled end."),
    serverTime,
    role,
    participants: z.array(meetingPersonSchema).describe('The people known by name so far.'),
  })
  .describe('Everything a browser needs to open the call.') satisfies z.ZodType<LaunchTicket>

export const tokenRenewalSchema = z
  .object({ token, expiresAt, serverTime, participants: z.array(meetingPersonSchema) })
  .describe('A fresh token for a call that goes on.') satisfies z.ZodType<TokenRenewal>

export const leaveReceiptSchema = z
  .object({ bookingId: z.guid(), status })
  .describe("The booking's status after leaving or ending.") satisfies z.ZodType<LeaveReceipt>

export const waitingPersonSchema = meetingPersonSchema
  .extend({ since: instant('When they first asked.') })
  .describe('Somebody who asked to join and was not let in yet.') satisfies z.ZodType<WaitingPerson>

export const moderationSchema = z
  .object({
    bookingId: z.guid(),
    isLocked: z.boolean().describe('Whether people who were never in are kept out.'),
    waiting: z
      .array(waitingPersonSchema)
      .describe('Who asked within the last 30 seconds, the longest waiting first.'),
    removed: z.array(meetingPersonSchema).describe('Who was removed and not let back in, the latest last.'),
    serverTime,
  })
  .describe('What hosts decided, and who waits for a decision.') satisfies z.ZodType<Moderation>

export const joinWindowSchema = z
  .object({ opensAt: instant('The first instant to join.'), closesAt: instant('Too late from here on.') })
  .describe('When the meeting can be joined. Admins may join earlier.') satisfies z.ZodType<JoinWindow>

const bookingDetails = {
  notes: z.string().nullable().exactOptional().describe('What whoever booked it wrote.'),
  customerTimeZone: z.string().nullable().exactOptional().describe('The IANA zone the time was chosen in.'),
  guests: z
    .array(z.object({ name: z.string().nullable(), email: z.string().exactOptional() }))
    .exactOptional()
    .describe('Who else is invited. Addresses only for host, admin and customer.'),
  hosts: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .exactOptional()
    .describe('Who hosts it besides hostId.'),
  answers: z
    .record(z.string(), z.union([z.string(), z.boolean()]))
    .exactOptional()
    .describe("By the id of the meeting type's question. Empty for guests."),
  cancellation: z
    .object({ by: role.nullable(), reason: z.string().nullable(), at: instant('When it was cancelled.') })
    .nullable()
    .exactOptional(),
  changeableUntil: instant('Until when the caller may cancel or move it; null when they may not.')
    .nullable()
    .exactOptional(),
  presence: z
    .object({ hostIsIn: z.boolean(), others: z.int().describe('How many people are in besides the caller.') })
    .nullable()
    .exactOptional()
    .describe('Who is in a meeting that is on.'),
  sequence: z.int().exactOptional().describe('How often it was moved or cancelled.'),
}

export const bookingSchema = z
  .object({
    id: z.guid(),
    organizationId: z.string().nullable(),
    meetingTypeId: z.string().nullable(),
    meetingTypeName: z.string(),
    hostId: z.string(),
    hostName: z.string(),
    customerId: z.string().nullable().describe('null when it was booked by e-mail, without an account.'),
    customerName: z.string(),
    customerEmail: z.string().nullable().describe('null for guests, too.'),
    startTime: instant('The scheduled start.'),
    endTime: instant('The scheduled end.'),
    status,
    viewerRole: role,
    joinWindow: joinWindowSchema,
    ...bookingDetails,
    metadata: z.record(z.string(), z.unknown()).describe("The host application's own data."),
  })
  .describe('One booked meeting, as the caller sees it.') satisfies z.ZodType<Booking>

export const bookingPageSchema = z
  .object({
    bookings: z.array(bookingSchema),
    nextCursor: z.string().nullable().describe('Send it as `cursor` for the next page; null on the last.'),
    serverTime,
  })
  .describe('A page of bookings.') satisfies z.ZodType<BookingPage>

export const healthSchema = z.object({ status: z.literal('ok') }).describe('The store answers.')
