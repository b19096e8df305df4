import type { Booking, BookingScope, BookingStatus, ParticipantRole } from '@meetings/contract'

/** A booking as it is stored: what does not depend on who looks at it, or on the join policy. */
export type BookingRecord = Omit<Booking, 'viewerRole' | 'joinWindow'>

/** A booking its viewer may see, with what the viewer is in it. */
export interface ViewedBooking extends BookingRecord {
  viewerRole: ParticipantRole
}

/** The person who asks, reduced to what decides membership. */
export interface Viewer {
  userId: string
  /** Lower case; `null` unless the address is verified. */
  verifiedEmail: string | null
  /** Kept with the visit, for people the booking has no name for. */
  name: string | null
  /** The bookings this person administers: none, one organisation's, or any (already decided by the host app). */
  adminOf: null | { organizationId: string } | 'any'
}

/** Somebody who entered the meeting, now or earlier. */
export interface Visitor {
  userId: string
  name: string | null
  role: ParticipantRole
}

export interface FoundBooking {
  booking: ViewedBooking
  /** Each person once, in the order they first came. */
  visitors: Visitor[]
}

export interface EnterRequest {
  bookingId: string
  viewer: Viewer
  at: Date
  /** The meeting must start at or before this instant. Not asked of admins. */
  startsBy: Date
  /** The meeting must end after this instant. */
  endsAfter: Date
}

export interface EnterResult extends FoundBooking {
  /** False when the time or the status does not allow it; `booking` tells which. */
  entered: boolean
  /** True when this call opened the visit, false when the person was in already (a second tab, a retry). */
  newVisit: boolean
}

export interface LeaveRequest {
  bookingId: string
  viewer: Viewer
  at: Date
  /** `true` takes the visit back as if it never happened: the person got no token. */
  neverArrived?: boolean
}

/** A place in a list: the last booking of a page. `startTime` keeps the store's full precision. */
export interface ListPosition {
  startTime: string
  id: string
}

export interface ListRequest {
  viewer: Viewer
  scope: BookingScope
  /** Meetings that ended at or before this instant are past. */
  endsAfter: Date
  /** A meeting still in progress that ended at or before this instant was forgotten, and is completed. */
  forgottenBy: Date
  limit: number
  after: ListPosition | null
}

export interface ListResult {
  bookings: ViewedBooking[]
  /** Where the next page starts; `null` on the last page. */
  next: ListPosition | null
}

/**
 * Where bookings live. Verbs are intents and each one is atomic, however many people call at once.
 * A booking that is missing and one that is not the viewer's are the same answer: `null`.
 * Membership (the same everywhere): host or customer by id, customer of a booking without customer id by
 * verified e-mail, guest (`metadata.guests[].email`) by verified e-mail, else admin.
 * Anything a store throws is answered as `STORE_UNAVAILABLE`.
 */
export interface BookingStore {
  /**
   * Lets a person in, if status and time allow: records the visit and moves the booking to `in_progress`.
   * Status allows `confirmed`, `in_progress`, and `completed` when it was completed by everybody leaving: there
   * was a visit, and `metadata.endedForAll` is not `true`.
   */
  enter(request: EnterRequest): Promise<EnterResult | null>

  /**
   * Ends a person's visit; without an open visit it changes nothing. When nobody is left, `in_progress`
   * becomes `completed`, or `confirmed` again if the meeting has not started and no two people ever met.
   */
  leave(request: LeaveRequest): Promise<{ bookingId: string; status: BookingStatus } | null>

  /** One booking and everybody who entered it. Completes it first when it was forgotten. */
  find(request: { bookingId: string; viewer: Viewer; forgottenBy: Date }): Promise<FoundBooking | null>

  /**
   * A page of the viewer's bookings. `upcoming` (everything not over yet) comes soonest first, every other
   * scope latest first; equal starts are ordered by id. Completes forgotten meetings first.
   */
  list(request: ListRequest): Promise<ListResult>
}
