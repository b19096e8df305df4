import type { ParticipantRole } from '@meetings/contract'
import type { ViewedBooking, Viewer } from './booking-store.ts'

/** The decision that keeps somebody out whom time and status would let in. */
export type Barred = 'removed' | 'locked' | 'waiting'

/** What a host does. `read` only looks. */
export type ModerationAction =
  | { type: 'read' }
  | { type: 'remove' | 'readmit' | 'admit'; identity: string }
  | { type: 'lock'; isLocked: boolean }

export interface ModerateRequest {
  bookingId: string
  viewer: Viewer
  at: Date
  /** Who asked to come in after this instant is told as waiting. */
  waitingSince: Date
  action: ModerationAction
}

/** Somebody a decision is about. */
export interface ModeratedPerson {
  userId: string
  /** What the room calls them. */
  identity: string
  name: string | null
  role: ParticipantRole
}

export interface ModerateResult {
  booking: ViewedBooking
  /**
   * - `done`: it is as it was asked for, by this call or an earlier one.
   * - `not_in_charge`: the viewer is neither a host nor an admin; the lists are empty.
   * - `unknown_person`: nobody of this identity was ever in, or waits.
   * - `person_in_charge`: hosts, admins and the viewer cannot be removed.
   */
  outcome: 'done' | 'not_in_charge' | 'unknown_person' | 'person_in_charge'
  /** True when this call made the difference. */
  changed: boolean
  /** The user id of whom the action is about; `null` for `read`, `lock` and an unknown person. */
  personId: string | null
  /** True when the removal ended a visit. */
  left: boolean
  /** True when the removal completed the booking: they were the last one in. */
  completed: boolean
  isLocked: boolean
  /** The longest waiting first. */
  waiting: (ModeratedPerson & { since: Date })[]
  /** The latest last. */
  removed: ModeratedPerson[]
}
