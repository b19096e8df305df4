import type { MeetingsProblem, ProblemCode } from '../client/meetings-problem.ts'
import type { RoomEnd, RoomEndKind } from '../room/room-end.ts'
import { isWorthARejoin } from '../room/room-end.ts'

/** What follows when a room ended or could not be entered. */
export type AfterEnd =
  | { step: 'rejoin'; delayMs: number; because: 'network' | 'token' }
  /** A state, not a failure: the meeting is over for this browser. */
  | { step: 'end' }
  | { step: 'fail'; problem: MeetingsProblem }

/** Waits before each try of somebody who was in the room already: about a minute in all. */
const REJOIN_DELAYS_MS = [0, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]
/** A first entrance that fails says so sooner: somebody is looking at "Connecting". */
const FIRST_JOIN_DELAYS_MS = [500, 2_000]

const FAILURES: Partial<Record<RoomEndKind, { code: ProblemCode; retryable: boolean }>> = {
  full: { code: 'ROOM_FULL', retryable: true },
  'not-open': { code: 'ROOM_NOT_OPEN', retryable: true },
  refused: { code: 'ROOM_REFUSED', retryable: false },
  'token-expired': { code: 'ROOM_CONNECTION_LOST', retryable: true },
  'connection-lost': { code: 'ROOM_CONNECTION_LOST', retryable: true },
}

/** @param tries how many rejoins were made since the person was last properly in the room. */
export function afterEnd(end: RoomEnd, tries: number, wasIn: boolean): AfterEnd {
  const delayMs = (wasIn ? REJOIN_DELAYS_MS : FIRST_JOIN_DELAYS_MS)[tries]
  if (isWorthARejoin(end) && delayMs !== undefined) {
    return { step: 'rejoin', delayMs, because: end.kind === 'token-expired' ? 'token' : 'network' }
  }
  const failure = FAILURES[end.kind]
  if (!failure) return { step: 'end' }
  return {
    step: 'fail',
    problem: { ...failure, ...(end.vendorCode === undefined ? {} : { vendorCode: end.vendorCode }) },
  }
}
