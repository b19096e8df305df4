import type { LaunchTicket } from '@meetings/contract'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { RoomSnapshot } from '../room/room-client.ts'
import type { RoomEnd } from '../room/room-end.ts'

/**
 * What a call is opened with. The four names a host must give are the ones of the original design;
 * a launched call has the rest of the server's ticket too.
 */
export type CallTicket = Pick<LaunchTicket, 'token' | 'roomName' | 'participantName' | 'bookingId'> &
  Partial<LaunchTicket>

/** The whole life of a call in this browser. `attempt` numbers each try; answers to older ones are dropped. */
export type CallSession =
  | { phase: 'idle' }
  /** The server is being asked; SDK, call screen and devices load at the same time. Nothing is open yet. */
  | { phase: 'launching'; attempt: number; bookingId: string }
  /**
   * The host has not let this person in yet. The server is asked again and again, and the call goes on by
   * itself when it says yes.
   */
  | { phase: 'waiting'; attempt: number; bookingId: string; until: WaitingUntil }
  /** Whoever waited is not let in any more. There was no ticket, so there is no call to try again. */
  | { phase: 'turned-away'; bookingId: string; problem: MeetingsProblem }
  /** The server said yes; the person looks at themselves and chooses devices before they go in. */
  | { phase: 'lobby'; attempt: number; ticket: CallTicket }
  | { phase: 'connecting'; attempt: number; ticket: CallTicket }
  | { phase: 'connected'; attempt: number; ticket: CallTicket; room: RoomSnapshot; since: number }
  /** The room or its connection is gone and is being restored; the last picture of the room is kept. */
  | {
      phase: 'reconnecting'
      attempt: number
      ticket: CallTicket
      room: RoomSnapshot
      since: number
      because: 'network' | 'token'
    }
  /** The call was open and could not go on. Offers Retry where it makes sense, and Close. */
  | { phase: 'failed'; ticket: CallTicket; problem: MeetingsProblem }
  /** The call ended, and not by this person's own Leave (that goes straight to `idle`). */
  | { phase: 'ended'; ticket: CallTicket; end: RoomEnd }

/** What ends a wait: a host's word, an unlocked meeting, or a server that can be reached again. */
export type WaitingUntil = 'admitted' | 'unlocked' | 'answered'

export type CallPhase = CallSession['phase']

/** The phases in which the call is on the screen, over the page or minimised. */
export function isCallOpen(session: CallSession): boolean {
  return session.phase !== 'idle' && session.phase !== 'launching'
}

/** The call is still on the screen, and cannot go on as it is. */
export function isCallOver(
  session: CallSession,
): session is Extract<CallSession, { phase: 'failed' | 'ended' | 'turned-away' }> {
  return session.phase === 'failed' || session.phase === 'ended' || session.phase === 'turned-away'
}

/** The booking that is being launched, waited for or talked in. */
export function bookingIdOf(session: CallSession): string | undefined {
  return 'bookingId' in session ? session.bookingId : ticketOf(session)?.bookingId
}

export function ticketOf(session: CallSession): CallTicket | null {
  return 'ticket' in session ? session.ticket : null
}
