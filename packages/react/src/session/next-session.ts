import type { MeetingPerson, TokenRenewal } from '@meetings/contract'
import type { MeetingsProblem } from '../client/meetings-problem.ts'
import type { RoomSnapshot } from '../room/room-client.ts'
import type { CallSession, CallTicket } from './call-session.ts'
import type { SessionEvent } from './session-event.ts'

/**
 * The only way a call changes. Answers the same object when the event means nothing in this phase,
 * so that a late or repeated event renders nothing.
 */
export function nextSession(session: CallSession, event: SessionEvent): CallSession {
  switch (event.type) {
    case 'launch-asked':
      return isInUse(session) || session.phase === 'waiting'
        ? session
        : { phase: 'launching', attempt: event.attempt, bookingId: event.bookingId }
    case 'started':
      return 'attempt' in session ? session : opened(event)
    case 'retry-asked':
      return session.phase === 'failed' || session.phase === 'ended'
        ? { phase: 'connecting', attempt: event.attempt, ticket: session.ticket }
        : session
    case 'ticket-renewed':
      return isInUse(session) && session.ticket.bookingId === event.bookingId
        ? { ...session, ticket: renewed(session.ticket, event.renewal) }
        : session
    case 'closed':
      return session.phase === 'idle' ? session : { phase: 'idle' }
    default:
      return 'attempt' in session && session.attempt === event.attempt ? answered(session, event) : session
  }
}

type Asked = Extract<CallSession, { attempt: number }>
type InUse = Exclude<Asked, { phase: 'launching' | 'waiting' }>
type Waiting = Extract<CallSession, { phase: 'waiting' }>
/** In use, and past the lobby. */
type Entering = Exclude<InUse, { phase: 'lobby' }>
type AnswerType =
  | 'kept-waiting'
  | 'turned-away'
  | 'launch-refused'
  | 'opened'
  | 'entered'
  | 'room-joined'
  | 'room-changed'
  | 'room-lost'
  | 'room-ended'
  | 'failed'
type AnswerEvent = Extract<SessionEvent, { type: AnswerType }>

/** An answer to the attempt that is under way. */
function answered(session: Asked, event: AnswerEvent): CallSession {
  if (session.phase === 'waiting') return afterWaiting(session, event)
  if (session.phase === 'launching') {
    if (event.type === 'launch-refused') return { phase: 'idle' }
    if (event.type === 'kept-waiting') return waiting(event, session.bookingId)
    return event.type === 'opened' ? opened(event) : session
  }
  if (session.phase === 'lobby') {
    if (event.type === 'entered') return { ...session, phase: 'connecting' }
    return event.type === 'failed' ? failed(session.ticket, event.problem) : session
  }
  switch (event.type) {
    case 'launch-refused':
    case 'turned-away':
    case 'entered':
      return session
    case 'kept-waiting':
      // Only another try at a call that was over can be told this.
      return session.phase === 'connecting' ? waiting(event, session.ticket.bookingId) : session
    case 'opened':
      return session.phase === 'connecting' ? { ...session, ticket: event.ticket } : session
    case 'room-joined':
      return joined(session, event.room, event.at)
    case 'room-changed':
      return session.phase === 'connecting' || session.room === event.room
        ? session
        : inRoom(session, event.room)
    case 'room-lost':
      return session.phase === 'connecting'
        ? { ...session, attempt: event.next }
        : { ...session, phase: 'reconnecting', attempt: event.next, because: event.because }
    case 'room-ended':
      return { phase: 'ended', ticket: session.ticket, end: event.end }
    case 'failed':
      return failed(session.ticket, event.problem)
  }
}

function waiting(event: Extract<SessionEvent, { type: 'kept-waiting' }>, bookingId: string): Waiting {
  return { phase: 'waiting', attempt: event.attempt, bookingId, until: event.until }
}

/** Whoever waited has looked at themselves, so there is no lobby after it. */
function afterWaiting(session: Waiting, event: AnswerEvent): CallSession {
  if (event.type === 'opened') return { phase: 'connecting', attempt: event.attempt, ticket: event.ticket }
  if (event.type === 'turned-away') {
    return { phase: 'turned-away', bookingId: session.bookingId, problem: event.problem }
  }
  if (event.type !== 'kept-waiting' || event.until === session.until) return session
  return waiting(event, session.bookingId)
}

/** A retry knows no lobby: whoever was in has looked at themselves already. */
function opened(event: Extract<SessionEvent, { type: 'opened' | 'started' }>): CallSession {
  const { attempt, ticket, hasLobby } = event
  return { phase: hasLobby ? 'lobby' : 'connecting', attempt, ticket }
}

function failed(ticket: CallTicket, problem: MeetingsProblem): CallSession {
  return { phase: 'failed', ticket, problem }
}

function joined(session: Entering, room: RoomSnapshot, at: number): CallSession {
  if (session.phase === 'connected') return session
  // Coming back after a lost room does not start the clock again.
  const since = session.phase === 'reconnecting' ? session.since : at
  return inRoom({ ...session, since }, room)
}

/** The phase follows the room, except for its end: what that means is decided elsewhere and told apart. */
function inRoom(
  session: { attempt: number; ticket: CallTicket; since: number },
  room: RoomSnapshot,
): CallSession {
  const { attempt, ticket, since } = session
  return room.status === 'connected'
    ? { phase: 'connected', attempt, ticket, room, since }
    : { phase: 'reconnecting', attempt, ticket, room, since, because: 'network' }
}

function renewed(ticket: CallTicket, renewal: TokenRenewal): CallTicket {
  const { token, expiresAt, serverTime } = renewal
  return {
    ...ticket,
    token,
    expiresAt,
    serverTime,
    participants: merged(ticket.participants ?? [], renewal.participants),
  }
}

/** New names win; people the renewal no longer names keep theirs. */
function merged(known: readonly MeetingPerson[], news: readonly MeetingPerson[]): MeetingPerson[] {
  const people = new Map([...known, ...news].map((person) => [person.identity, person]))
  return [...people.values()]
}

/** A call that is opening or open; it is not replaced without being left first. */
function isInUse(session: CallSession): session is InUse {
  return 'attempt' in session && session.phase !== 'launching' && session.phase !== 'waiting'
}
