import type {
  Booking,
  BookingPresence,
  BookingScope,
  BookingStatus,
  ParticipantRole,
  WaitingRoom,
} from '@meetings/contract'
import type { CallOptions } from './call-options.ts'
import type { Barred, ModerateRequest, ModerateResult } from './moderation.ts'
import type { RoomNews } from './room-news.ts'

/**
 * A booking as it is stored: what does not depend on who looks at it, or on the join policy. Everything that a
 * table of bookings need not have a column for is in `metadata`.
 */
export type BookingRecord = Pick<
  Booking,
  | 'id'
  | 'organizationId'
  | 'meetingTypeId'
  | 'meetingTypeName'
  | 'hostId'
  | 'hostName'
  | 'customerId'
  | 'customerName'
  | 'customerEmail'
  | 'startTime'
  | 'endTime'
  | 'status'
  | 'metadata'
>

/** A booking its viewer may see, with what the viewer is in it. */
export interface ViewedBooking extends BookingRecord {
  viewerRole: ParticipantRole
  /** In what `list` answers: who is in, `null` unless it is `in_progress`. Others need not tell. */
  presence?: BookingPresence | null
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

/**
 * How a visit ended: by the person, by news of the room, by the end for everybody, by a removal, or because it was
 * forgotten.
 */
export type LeftBy = 'person' | 'room' | 'end' | 'removal' | 'sweep'

/** Somebody who entered the meeting, now or earlier. */
export interface Visitor {
  userId: string
  name: string | null
  role: ParticipantRole
  /** When they first entered. */
  enteredAt: Date
  /** When they last left; `null` while they are in. */
  leftAt: Date | null
  /** How; `null` while they are in. `room`: only their connection was lost, they may be coming back. */
  leftBy: LeftBy | null
}

export interface FoundBooking {
  booking: ViewedBooking
  /** Each person once, in the order they first came. */
  visitors: Visitor[]
  /** The host's decision that keeps the viewer out. Left out by a store without `moderate`. */
  barred?: Barred | null
}

/** What a read found out on its way. */
export interface Swept {
  /** The meetings this call completed because they had been forgotten: their ids. */
  forgotten: string[]
}

export interface EnterRequest {
  bookingId: string
  viewer: Viewer
  /** What the room will call this person; kept with the visit, for `settle`. */
  identity: string
  at: Date
  /** The meeting must start at or before this instant. Not asked of admins. */
  startsBy: Date
  /** The meeting must end after this instant. */
  endsAfter: Date
  /** Who waits to be admitted; nobody when left out. */
  waitingRoom?: WaitingRoom
}

export interface EnterResult extends FoundBooking {
  /** False when time, status (`booking` tells which) or the host (`barred`) does not allow it. */
  entered: boolean
  /** True when this call opened the visit, false when the person was in already (a second tab, a retry). */
  newVisit: boolean
  /** True when this call moved the booking to `in_progress`. */
  started: boolean
}

export interface LeaveRequest {
  bookingId: string
  viewer: Viewer
  at: Date
  /**
   * `true` takes back what `enter` did at this `at`, as if it never happened: the person got no token. A visit
   * that was entered more than once (another tab, a retry) stays until every entry of it was taken back.
   */
  neverArrived?: boolean
}

export interface LeaveResult {
  bookingId: string
  status: BookingStatus
  /** True when this call ended a visit (and did not take it back). */
  left: boolean
  /** True when this call completed the booking. */
  completed: boolean
}

export interface EndRequest {
  bookingId: string
  viewer: Viewer
  at: Date
}

export interface EndResult {
  booking: ViewedBooking
  /** False when the viewer is neither the host nor an admin, or nobody was ever in: nothing changed. */
  ended: boolean
  /** True when this call completed the booking, false when it was completed already. */
  completed: boolean
}

/** What news changed. */
export interface SettleResult {
  status: BookingStatus
  /** Whose visit began, by user id. */
  joined: string[]
  /** Whose visit ended, by user id. */
  left: string[]
  /** True when the booking became `completed`. */
  completed: boolean
  /** True when somebody connected whom the host removed: they must be sent out of the room again. */
  isRemoved?: boolean
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
 * Membership (the same everywhere): host (the booking's, or one of `metadata.hosts[].id`) or customer by id,
 * customer of a booking without customer id by verified e-mail, guest (`metadata.guests[].email`) by verified
 * e-mail, else admin.
 * Anything a store throws is answered as `STORE_UNAVAILABLE`; a `MeetingsError` as what it says.
 */
export interface BookingStore {
  /**
   * Lets a person in, if status and time allow: records the visit and moves the booking to `in_progress`.
   * Status allows `confirmed`, `in_progress`, and, before the meeting's end, `completed` when it was completed by
   * everybody leaving: there was a visit, and `metadata.endedForAll` is not `true`.
   * Whom time and status allow may still be barred, by the first of these: `removed`, whoever they are; `locked` and
   * `waiting`, unless they are host or admin, were in before, or were admitted. Who waits is remembered.
   */
  enter(request: EnterRequest, options?: CallOptions): Promise<EnterResult | null>

  /**
   * Ends a person's visit; without an open visit it changes nothing. When nobody is left, `in_progress`
   * becomes `completed`, or `confirmed` again if the meeting has not started and no two people ever met.
   */
  leave(request: LeaveRequest, options?: CallOptions): Promise<LeaveResult | null>

  /**
   * Ends the meeting for everybody, for its host or an admin: `in_progress` becomes `completed`, every visit
   * ends, and `metadata.endedForAll` becomes `true`, which keeps it closed. A meeting that everybody had left
   * already is closed the same way. `confirmed` and `cancelled` meetings stay as they are.
   */
  end(request: EndRequest, options?: CallOptions): Promise<EndResult | null>

  /**
   * Takes news of the room service in, in any order and any number of times; `null` when there is no such
   * booking. Every connection is remembered by its id. Then attendance follows what is known:
   * - `disconnected`: a person without any other open connection whose visit was open at that time has left at
   *   that time, unless they entered again since; the last one out ends the meeting as `leave` does.
   * - `connected`: a person whose connection is open and who is not in comes in again, if the connection began
   *   before the meeting's end plus an hour, everything but a decision allows it to go on, and either the visit
   *   ended before this connection began, or it was other news that ended it.
   * - `ended`: every connection of that room is closed at that time, and what follows from it. A person of whom
   *   no connection was ever told has left too, if they last entered by then.
   * Identities that never entered change nothing, and who was removed does not come in again.
   */
  settle(news: RoomNews, options?: CallOptions): Promise<SettleResult | null>

  /** One booking and everybody who entered it. Completes it first if it was forgotten; not for a stranger. */
  find(
    request: { bookingId: string; viewer: Viewer; forgottenBy: Date; waitingRoom?: WaitingRoom },
    options?: CallOptions,
  ): Promise<(FoundBooking & Swept) | null>

  /**
   * A page of the viewer's bookings. `upcoming` (everything not over yet) comes soonest first, every other
   * scope latest first; equal starts are ordered by id. Completes forgotten meetings first, anybody's: all, or
   * the oldest when there are too many for one read.
   */
  list(request: ListRequest, options?: CallOptions): Promise<ListResult & Swept>

  /**
   * Takes a decision of a host or an admin, and tells all that are in force. A removal ends the person's visit as
   * `leave` does, and bars them until they are readmitted. Without it there are no routes of moderation.
   */
  moderate?(request: ModerateRequest, options?: CallOptions): Promise<ModerateResult | null>

  /** Resolves when the store can answer; for the health probe. Without it the probe says nothing of the store. */
  ping?(options?: CallOptions): Promise<void>
}
