/** Every status a booking can have, in the order of its life. */
export const BOOKING_STATUSES = ['confirmed', 'in_progress', 'completed', 'cancelled'] as const

/**
 * `confirmed -> in_progress -> completed`, and `cancelled` from `confirmed`.
 * The server moves a booking along; clients only read it.
 */
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** What a person is in one meeting. `admin` is somebody who may join without being a participant. */
export const PARTICIPANT_ROLES = ['customer', 'host', 'guest', 'admin'] as const

export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number]

/** When a meeting can be joined: `opensAt <= now < closesAt`. ISO 8601 UTC strings. */
export interface JoinWindow {
  opensAt: string
  closesAt: string
}

/** One booked meeting, as its viewer sees it. Times are ISO 8601 UTC strings ending in `Z`. */
export interface Booking {
  id: string
  organizationId: string | null
  meetingTypeId: string | null
  /** For people: "Consultation". */
  meetingTypeName: string
  hostId: string
  hostName: string
  /** `null` when the meeting was booked by e-mail, without an account. */
  customerId: string | null
  customerName: string
  customerEmail: string | null
  startTime: string
  endTime: string
  status: BookingStatus
  /** What the person who asked is in this meeting. */
  viewerRole: ParticipantRole
  /** Computed by the server, so that a changed policy reaches every button. */
  joinWindow: JoinWindow
  metadata: Readonly<Record<string, unknown>>
}

/** Which bookings to list. `upcoming` holds everything not over yet, live meetings included. */
export const BOOKING_SCOPES = ['upcoming', 'past', 'cancelled', 'all'] as const

export type BookingScope = (typeof BOOKING_SCOPES)[number]

/** Answer of `GET /bookings`. */
export interface BookingPage {
  bookings: Booking[]
  /** Give it back as `cursor` for the next page; `null` on the last. */
  nextCursor: string | null
  /** The server's clock when it answered; clients correct their countdowns by it. */
  serverTime: string
}
