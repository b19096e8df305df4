import type { Slot } from '../scheduling/availability.ts'
import type { ErrorCode } from './error-codes.ts'

/**
 * The closed list of what the server can answer instead of success: code -> HTTP status, a sentence
 * for a person, and whether the very same request may succeed later.
 */
export const ERROR_CATALOGUE = {
  UNAUTHENTICATED: entry(401, 'Please sign in to continue.', false),
  ORIGIN_REJECTED: entry(403, 'This request came from a page that is not allowed to make it.', false),
  ACTION_FORBIDDEN: entry(403, 'Only the host of this meeting can do that.', false),
  REMOVED_FROM_MEETING: entry(403, 'The host removed you from this meeting.', false),
  HOST_REFUSED: entry(403, 'This is not allowed.', false),
  WEBHOOK_SIGNATURE_INVALID: entry(403, 'The signature of this request is not valid.', false),
  BOOKING_NOT_FOUND: entry(404, 'We could not find this meeting.', false),
  PARTICIPANT_NOT_FOUND: entry(404, 'We could not find this person in the meeting.', false),
  ROUTE_NOT_FOUND: entry(404, 'There is nothing at this address.', false),
  METHOD_NOT_ALLOWED: entry(405, 'This address does not take this kind of request.', false),
  JOIN_TOO_EARLY: entry(409, 'Meeting can only be joined 15 minutes before start time', true),
  WAITING_FOR_ADMISSION: entry(409, 'Please wait until the host lets you in.', true),
  SLOT_TAKEN: entry(409, 'This time was just taken. Please choose another one.', false),
  IDEMPOTENCY_IN_PROGRESS: entry(409, 'The same request is still being worked on.', true),
  BOOKING_ENDED: entry(410, 'This meeting is over.', false),
  BOOKING_CANCELLED: entry(410, 'This meeting was cancelled.', false),
  PAYLOAD_TOO_LARGE: entry(413, 'The request is too large.', false),
  UNSUPPORTED_MEDIA_TYPE: entry(415, 'The request must be JSON.', false),
  BODY_UNREADABLE: entry(400, 'The request could not be read as JSON.', false),
  VALIDATION_FAILED: entry(422, 'Some of the request is missing or wrong.', false),
  IDEMPOTENCY_KEY_REUSED: entry(422, 'This idempotency key was used for another request.', false),
  // Not 403: it is the meeting that is closed, for now, and not the person who is refused.
  MEETING_LOCKED: entry(423, 'The host has locked this meeting.', true),
  RATE_LIMITED: entry(429, 'That was a little too often. Please wait a moment and try again.', true),
  INTERNAL: entry(500, 'Something went wrong on our side. Please try again.', true),
  CONFIG_INVALID: entry(500, 'Meetings are not set up correctly on this server.', false),
  WEBHOOK_BODY_REWRITTEN: entry(500, 'The request arrived without its body.', false),
  VIDEO_UNAVAILABLE: entry(502, 'The video service cannot be reached. Please try again.', true),
  STORE_UNAVAILABLE: entry(503, 'Meetings cannot be reached right now. Please try again.', true),
} as const satisfies Record<ErrorCode, ErrorEntry>

export interface ErrorEntry {
  status: number
  message: string
  retryable: boolean
}

/** A part of a request that is missing or wrong. The value itself is never repeated. */
export interface FieldProblem {
  /** `booking_id`, `guests.0.email`; empty for the request as a whole. */
  path: string
  message: string
}

/** What `details` holds, for the codes that have any. Times are ISO 8601 UTC. */
export interface ErrorDetails {
  JOIN_TOO_EARLY: { opensAt: string; serverTime: string }
  /** Ask again after this long. */
  WAITING_FOR_ADMISSION: { retryAfterSeconds: number }
  /** For code, in the words of whoever runs the server: `unpaid`. `unspecified` when they gave none. */
  HOST_REFUSED: { reason: string }
  /** The free slots around the one that was asked for, earliest first: up to three before it and three after. */
  SLOT_TAKEN: { nearest: Slot[] }
  VALIDATION_FAILED: { fields: FieldProblem[] }
  RATE_LIMITED: { retryAfterSeconds: number }
}

/** What every failed request answers. Narrowing by `code` types `details`. */
export type ErrorBody<Code extends ErrorCode = ErrorCode> = Code extends ErrorCode
  ? {
      /** A sentence for a person. */
      error: string
      code: Code
      /** Quote it to whoever runs the server: their log has the cause under it. */
      requestId: string
      /** Whether the very same request may succeed later. */
      retryable: boolean
      /** The page that says what happened, why, and what to do. */
      docs?: string
      /** What really happened. Only where the server was told to say so, while developing. */
      cause?: string
    } & (Code extends keyof ErrorDetails ? { details: ErrorDetails[Code] } : { details?: undefined })
  : never

/** The response header that repeats the code, for clients that do not read the body. */
export const ERROR_HEADER = 'x-meetings-error'

/** Names one request in answers, logs and support mails; taken over from the caller when it is harmless. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** The sentence of `JOIN_TOO_EARLY`, with the configured number of minutes. */
export function tooEarlyMessage(opensMinutesBefore: number): string {
  return `Meeting can only be joined ${opensMinutesBefore} minutes before start time`
}

function entry(status: number, message: string, retryable: boolean): ErrorEntry {
  return { status, message, retryable }
}
