import type { ProblemCode } from '../../client/meetings-problem.ts'

/** What happened, and what to do about it. */
export interface ProblemWords {
  title: string
  action: string
  /** Say the server's own sentence instead of `title` when there is one: it knows the minutes, or the host wrote it. */
  preferServerTitle?: boolean
}

/** What no screen asks the server for. If it comes all the same, `INTERNAL` is said. */
type UnseenCode =
  | 'SLOT_TAKEN'
  | 'IDEMPOTENCY_IN_PROGRESS'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'WEBHOOK_SIGNATURE_INVALID'
  | 'WEBHOOK_BODY_REWRITTEN'

export type ProblemMessages = {
  retry: string
  /** Opens the code and request id for support. */
  details: string
} & Record<Exclude<ProblemCode, UnseenCode>, ProblemWords> &
  Partial<Record<UnseenCode, ProblemWords>>

const askSupport = 'If it happens again, send the details below to support.'

export const enProblems: ProblemMessages = {
  retry: 'Retry',
  details: 'Details',

  UNAUTHENTICATED: { title: 'You are signed out.', action: 'Sign in again, then try once more.' },
  ORIGIN_REJECTED: {
    title: 'This page is not allowed to use meetings.',
    action: 'Open the app at its usual address.',
  },
  ACTION_FORBIDDEN: { title: 'Only the host of this meeting can do that.', action: 'Ask the host.' },
  BOOKING_NOT_FOUND: {
    title: 'We could not find this meeting.',
    action: 'It may have been removed, or it belongs to another account. Check who you are signed in as.',
  },
  ROUTE_NOT_FOUND: { title: 'Meetings are not available at this address.', action: askSupport },
  METHOD_NOT_ALLOWED: { title: 'This request was not accepted.', action: askSupport },
  JOIN_TOO_EARLY: {
    title: 'It is too early to join this meeting.',
    action: 'Come back a little later. The button becomes available by itself.',
    preferServerTitle: true,
  },
  BOOKING_ENDED: { title: 'This meeting is over.', action: 'Book a new one to talk again.' },
  BOOKING_CANCELLED: { title: 'This meeting was cancelled.', action: 'Book a new one to talk.' },
  REMOVED_FROM_MEETING: {
    title: 'The host removed you from this meeting.',
    action: 'Only the host can let you back in. Contact them another way.',
  },
  HOST_REFUSED: {
    title: 'This is not allowed.',
    action: 'Contact whoever runs this app.',
    preferServerTitle: true,
  },
  PARTICIPANT_NOT_FOUND: {
    title: 'We could not find this person in the meeting.',
    action: 'They may not have joined yet. Open the list of people again.',
  },
  WAITING_FOR_ADMISSION: {
    title: 'The host has not let you in yet.',
    action: 'Stay here: you join as soon as they let you in.',
  },
  MEETING_LOCKED: {
    title: 'The host has locked this meeting.',
    action: 'Ask the host to unlock it, then try again.',
  },
  PAYLOAD_TOO_LARGE: { title: 'The request was too large.', action: 'Shorten the text, then try again.' },
  UNSUPPORTED_MEDIA_TYPE: { title: 'The request was not understood.', action: askSupport },
  BODY_UNREADABLE: { title: 'The request was not understood.', action: askSupport },
  VALIDATION_FAILED: {
    title: 'Some of the information is missing or wrong.',
    action: 'Reload the page, then try again.',
  },
  RATE_LIMITED: { title: 'That was a little too often.', action: 'Wait a moment, then try again.' },
  CONFIG_INVALID: { title: 'Meetings are not set up correctly.', action: askSupport },
  INTERNAL: { title: 'Something went wrong on our side.', action: 'Wait a moment, then try again.' },
  VIDEO_UNAVAILABLE: {
    title: 'The video service cannot be reached.',
    action: 'Wait a moment, then try again.',
  },
  STORE_UNAVAILABLE: {
    title: 'Meetings cannot be reached right now.',
    action: 'Wait a moment, then try again.',
  },
  NETWORK_UNREACHABLE: {
    title: 'The server cannot be reached.',
    action: 'Check your internet connection, then try again.',
  },
  UNEXPECTED_ANSWER: {
    title: 'The server gave an answer we do not understand.',
    action: 'Wait a moment, then try again.',
  },
  SUPERSEDED: { title: 'A newer attempt replaced this one.', action: 'Nothing needs to be done.' },
  CALL_IN_PROGRESS: {
    title: 'You are in another call.',
    action: 'Leave that call first, then join this one.',
  },
  VIDEO_CODE_UNREACHABLE: {
    title: 'The video call could not be loaded.',
    action: 'Check your internet connection, then try again.',
  },
  ROOM_CONNECTION_LOST: {
    title: 'The connection to the call was lost.',
    action: 'Check your internet connection, then join again.',
  },
  ROOM_FULL: {
    title: 'This call is full.',
    action: 'Ask somebody to leave, then try again.',
  },
  ROOM_NOT_OPEN: { title: 'This call is not open.', action: 'Wait a moment, then try again.' },
  ROOM_REFUSED: {
    title: 'The video service did not let you in.',
    action: 'Send the details below to support.',
  },
}
