import type { BookingStatus, MeetingRouteName, ParticipantRole } from '@meetings/contract'

/** What happened in a meeting, told to `onEvent` after it is in the database. */
export type MeetingsEvent =
  | { type: 'person.entered'; bookingId: string; userId: string; role: ParticipantRole; at: Date }
  | { type: 'person.left'; bookingId: string; userId: string; status: BookingStatus; at: Date }

/** Where an error happened. */
export interface ErrorContext {
  /** `null` when it happened outside a route's work. */
  route: MeetingRouteName | null
  /** `null` for calls of `api`, which have no request. */
  requestId: string | null
}

/** Where the server writes what its owner should see. Compatible with `console`. */
export interface Logger {
  error(message: string, details: Record<string, unknown>): void
}
