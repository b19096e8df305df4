import type { MeetingPerson } from '../launch/launch.ts'

/**
 * Who waits until a host lets them in: nobody, the booking's guests, or everybody but hosts and admins. Who was let in
 * once comes back without waiting.
 */
export const WAITING_ROOMS = ['off', 'guests', 'everyone'] as const

export type WaitingRoom = (typeof WAITING_ROOMS)[number]

/** Body of `remove-participant`, `readmit-participant` and `admit-participant`. Snake case, as the wire has it. */
export interface ParticipantRequest {
  booking_id: string
  /** The room's name for the person, as `participants` and the room tell it. */
  identity: string
}

/** Body of `lock-meeting`. */
export interface LockRequest {
  booking_id: string
  locked: boolean
}

/** Somebody who asked to join and was not let in yet. */
export interface WaitingPerson extends MeetingPerson {
  /** When they first asked, ISO 8601 UTC. */
  since: string
}

/**
 * What hosts decided in a meeting, and who waits for a decision. Answer of every route of moderation, as it is after
 * the request.
 */
export interface Moderation {
  bookingId: string
  /** Whether people who were never in are kept out. */
  isLocked: boolean
  /** Who asked within the last half minute, the longest waiting first. */
  waiting: WaitingPerson[]
  /** Who was removed and not let back in, the latest last. */
  removed: MeetingPerson[]
  serverTime: string
}

/** How long a client waits before it asks again whether it may come in, in seconds. */
export const ADMISSION_RETRY_SECONDS = 5
