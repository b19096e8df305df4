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
  /** `null` when there is none, and for guests. */
  customerEmail: string | null
  startTime: string
  endTime: string
  status: BookingStatus
  /** What the person who asked is in this meeting. */
  viewerRole: ParticipantRole
  /** Computed by the server, so that a changed policy reaches every button. */
  joinWindow: JoinWindow
  metadata: Readonly<Record<string, unknown>>
  // A server without booking, or an older one, leaves the following out.
  /** What whoever booked it wrote. */
  notes?: string | null
  /** The zone the customer chose the time in, IANA. */
  customerTimeZone?: string | null
  /** Who else is invited. Addresses only for host, admin and customer. */
  guests?: readonly BookingGuest[]
  /** Who hosts it besides `hostId`. */
  hosts?: readonly { id: string; name: string }[]
  /** Answers to the meeting type's questions, by question id. Not for guests. */
  answers?: Readonly<Record<string, string | boolean>>
  cancellation?: BookingCancellation | null
  /** Until when this viewer may cancel or move it; `null` when they may not. */
  changeableUntil?: string | null
  /** Who is in the room; `null` while the meeting is not on. */
  presence?: BookingPresence | null
  /** How often it was moved or cancelled: `SEQUENCE` of its iCalendar event. */
  sequence?: number
}

/** Somebody invited besides whoever booked. */
export interface BookingGuest {
  name: string | null
  email?: string
}

/** How a booking came to be cancelled. */
export interface BookingCancellation {
  by: ParticipantRole | null
  reason: string | null
  at: string
}

/** Who is in the room of a meeting that is on, the viewer left out. */
export interface BookingPresence {
  hostIsIn: boolean
  others: number
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
