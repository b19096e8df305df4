import type { HostMode, MeetingQuestion } from '@meetings/contract'
import type { BookingRules } from '../availability/booking-rules.ts'
import type { HostSchedule } from '../availability/host-schedule.ts'
import type { ViewedBooking, Viewer } from './booking-store.ts'
import type { CallOptions } from './call-options.ts'

/** Somebody who books. */
export interface Booker extends Viewer {
  /** Whose meeting types they may book, besides those of no organisation. */
  organizationId: string | null
}

/** A kind of meeting as it is stored. */
export interface MeetingTypeRecord {
  id: string
  /** `null`: anybody may book it. */
  organizationId: string | null
  name: string
  description: string | null
  hostMode: HostMode
  /** In the order to show them. */
  hosts: { id: string; name: string }[]
  questions: MeetingQuestion[]
  rules: BookingRules
  cancellationCutoffMinutes: number
}

/** A span of time; the end is not part of it. */
export interface Span {
  start: Date
  end: Date
}

export interface OpeningsRequest {
  meetingTypeId: string
  viewer: Booker
  /** Starts that matter: `from <= start < to`. */
  from: Date
  to: Date
  at: Date
  /** A booking to be moved: its own time is not busy. Counts only when the viewer may move it. */
  exceptBookingId: string | null
}

/** A host of the type, and what keeps them from taking another meeting. */
export interface HostRecord {
  hostId: string
  hostName: string
  schedule: HostSchedule
  /** Live bookings and holds, widened by their buffers; without expired holds and the viewer's own. */
  busy: Span[]
  /** Starts of this type's bookings that were not cancelled, some days around what was asked. */
  bookedStarts: Date[]
}

export interface Openings {
  type: MeetingTypeRecord
  /** Whose turn it is comes first: fewest meetings of this type ahead, then longest not booked, then by id. */
  hosts: HostRecord[]
}

/** What a slot takes: the meeting and, around it, the buffers. */
interface SlotRequest {
  start: Date
  end: Date
  /** The meeting and its buffers. */
  busy: Span
  at: Date
}

export interface HoldRequest extends SlotRequest {
  meetingTypeId: string
  viewer: Booker
  /** For `any` the first one who is free is held, for `all` all of them are: nobody else is looked at. */
  candidates: readonly string[]
  expiresAt: Date
}

/** A slot that is kept for one person. */
export interface HoldRecord {
  id: string
  meetingTypeId: string
  start: Date
  end: Date
  expiresAt: Date
}

/** A host who could take the meeting. */
export interface Candidate {
  hostId: string
  /** The date of the host's zone on which the meeting starts, for `dailyMaximum`. */
  day: Span
}

export interface BookRequest extends SlotRequest {
  meetingTypeId: string
  viewer: Booker
  customerName: string
  /** Contact data. `null` when there is none. */
  customerEmail: string | null
  /**
   * What the booking keeps: `notes`, `timeZone`, `guests`, `answers`. The store adds `buffers` (minutes, `before`
   * and `after`), `cutoffMinutes`, `sequence` and, for `all`, `hosts`.
   */
  metadata: Readonly<Record<string, unknown>>
  /** Whose turn it is comes first. May be empty: a replay needs none, anything else is then `taken`. */
  candidates: readonly Candidate[]
  /** One key per user makes one booking; kept for 24 hours. The fingerprint is of what was asked. */
  idempotency: { key: string; fingerprint: string } | null
}

export type BookResult =
  | { outcome: 'booked' | 'replayed'; booking: ViewedBooking }
  /** `key_in_progress` is for stores that cannot wait for the first request with this key to end. */
  | { outcome: 'taken' | 'key_reused' | 'key_in_progress' }

/** Why a booking stays as it is: its time for changes is over, it is no longer `confirmed`, the viewer is a guest. */
export type Refusal = 'too_late' | 'not_confirmed' | 'forbidden'

export interface CancelRequest {
  bookingId: string
  viewer: Viewer
  at: Date
  reason: string | null
}

export interface CancelResult {
  /** `already`: it was cancelled before, and stays as it was. */
  outcome: 'cancelled' | 'already' | Refusal
  booking: ViewedBooking
}

export interface RescheduleRequest extends SlotRequest {
  bookingId: string
  viewer: Viewer
  /** Who could take it at the new time, whose turn it is first; for `any` the present host stays when among them. */
  candidates: readonly Candidate[]
}

export interface RescheduleResult {
  /** `unchanged`: it is at this time already. After `taken` it keeps its time. */
  outcome: 'rescheduled' | 'unchanged' | 'taken' | Refusal
  booking: ViewedBooking
}

/**
 * What can be booked, and booking it, beside the `BookingStore` of the same bookings. Verbs are intents and each
 * one is atomic: however many people call at once, no host is busy twice at a time. What is missing and what is
 * not the viewer's are the same answer: `null`. A viewer may book the types of no organisation, of their own, and
 * of those they administer. Holds of the viewer and holds that expired at or before `at` are in nobody's way.
 *
 * Who may cancel and move a `confirmed` booking: its customer before `cutoffMinutes` (of the booking's metadata)
 * are left to the start, hosts and admins before the start, guests never. Both raise `metadata.sequence` by one.
 */
export interface ScheduleStore {
  /** Everything the viewer may book, by name, then by id. */
  listMeetingTypes(request: { viewer: Booker }, options?: CallOptions): Promise<MeetingTypeRecord[]>

  /** What decides which slots of a type are open. With `exceptBookingId`, also of a type no longer offered. */
  findOpenings(request: OpeningsRequest, options?: CallOptions): Promise<Openings | null>

  /**
   * Keeps a slot for a person. Each has one hold per type: the same slot extends it, another slot moves it; when
   * that is `taken`, the hold stays where it was.
   */
  hold(
    request: HoldRequest,
    options?: CallOptions,
  ): Promise<{ outcome: 'held'; hold: HoldRecord } | { outcome: 'taken' } | null>

  /** Gives a slot back. Nothing happens when there is no such hold, or it is somebody else's. */
  releaseHold(request: { holdId: string; viewer: Viewer }, options?: CallOptions): Promise<void>

  /**
   * Books: for `any` with the first candidate who is free and below `dailyMaximum`, for `all` with all of them.
   * Uses up the viewer's hold of this type. The customer is the viewer, names and rules are those of the type.
   */
  book(request: BookRequest, options?: CallOptions): Promise<BookResult | null>

  /** Cancels a confirmed booking and writes `metadata.cancellation`: `by` (a role), `reason` and `at`. */
  cancel(request: CancelRequest, options?: CallOptions): Promise<CancelResult | null>

  /** Moves a confirmed booking. Its own time is not in its way. */
  reschedule(request: RescheduleRequest, options?: CallOptions): Promise<RescheduleResult | null>

  /** When a host can be met; `null` when nothing was saved yet. */
  findSchedule(request: { hostId: string }, options?: CallOptions): Promise<HostSchedule | null>

  /** Replaces a host's schedule. The caller has validated it. */
  saveSchedule(request: { hostId: string; schedule: HostSchedule }, options?: CallOptions): Promise<void>
}
