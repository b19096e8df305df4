import type { TokenRenewal } from '@meetings/contract'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { RoomSnapshot } from '../room/room-client.ts'
import type { RoomEnd } from '../room/room-end.ts'
import type { CallTicket, WaitingUntil } from './call-session.ts'

/**
 * Everything that can happen to a call. Events that answer something carry the `attempt` that asked;
 * when another attempt has begun meanwhile, the answer is dropped.
 */
export type SessionEvent =
  /** The join click. */
  | { type: 'launch-asked'; attempt: number; bookingId: string }
  /** The server said no; nothing was open yet. */
  | { type: 'launch-refused'; attempt: number }
  /** The server said: not yet. */
  | { type: 'kept-waiting'; attempt: number; until: WaitingUntil }
  /** The server said no to somebody who waits. */
  | { type: 'turned-away'; attempt: number; problem: MeetingsProblem }
  /** The server said yes. `hasLobby`: the person looks at themselves first. */
  | { type: 'opened'; attempt: number; ticket: CallTicket; hasLobby?: boolean }
  /** A host opened a call with its own ticket. */
  | { type: 'started'; attempt: number; ticket: CallTicket; hasLobby?: boolean }
  /** "Join now" in the lobby. */
  | { type: 'entered'; attempt: number }
  /** Try again after `failed` or `ended`: the screen stays while the server is asked. */
  | { type: 'retry-asked'; attempt: number }
  /** `at`: milliseconds since the epoch. */
  | { type: 'room-joined'; attempt: number; room: RoomSnapshot; at: number }
  | { type: 'room-changed'; attempt: number; room: RoomSnapshot }
  /** The room is gone and attempt `next` will enter it again. */
  | { type: 'room-lost'; attempt: number; next: number; because: 'network' | 'token' }
  | { type: 'room-ended'; attempt: number; end: RoomEnd }
  | { type: 'failed'; attempt: number; problem: MeetingsProblem }
  /** A fresh token or new names: changes the ticket and nothing else. */
  | { type: 'ticket-renewed'; bookingId: string; renewal: TokenRenewal }
  /** Left, dismissed, or torn down. */
  | { type: 'closed' }
