import { describe, expect, it } from 'vitest'
import type { RoomSnapshot } from '../room/room-client.ts'
import type { CallPhase, CallSession, CallTicket } from './call-session.ts'
import { nextSession } from './next-session.ts'
import type { SessionEvent } from './session-event.ts'

const ticket: CallTicket = {
  token: 'old',
  roomName: 'meeting_1',
  participantName: 'Ana',
  bookingId: '1',
  participants: [{ identity: 'ben', name: 'Ben', role: 'host' }],
}
const fresh: CallTicket = { ...ticket, token: 'fresh' }
const person = {
  sid: 'PA1',
  identity: 'ana',
  isLocal: true,
  state: 'connected' as const,
  networkQuality: null,
  microphone: null,
  camera: null,
  screen: null,
  screenAudio: null,
}
const room: RoomSnapshot = {
  sid: 'RM1',
  name: 'meeting_1',
  status: 'connected',
  end: null,
  local: person,
  dominantSpeakerSid: null,
  isRecording: false,
  remotes: [],
}
const shaky: RoomSnapshot = { ...room, status: 'reconnecting' }
const problem = { code: 'ROOM_FULL' as const, retryable: true }
const end = { kind: 'completed' as const }
const renewal = {
  token: 'fresh',
  expiresAt: '2026-11-22T15:00:00.000Z',
  serverTime: '2026-11-22T14:00:00.000Z',
  participants: [
    { identity: 'ben', name: 'Benjamin', role: 'host' as const },
    { identity: 'cleo', name: 'Cleo', role: 'guest' as const },
  ],
}

const sessions: Record<CallPhase, CallSession> = {
  idle: { phase: 'idle' },
  launching: { phase: 'launching', attempt: 1, bookingId: '1' },
  waiting: { phase: 'waiting', attempt: 1, bookingId: '1', until: 'admitted' },
  'turned-away': { phase: 'turned-away', bookingId: '1', problem },
  lobby: { phase: 'lobby', attempt: 1, ticket },
  connecting: { phase: 'connecting', attempt: 1, ticket },
  connected: { phase: 'connected', attempt: 1, ticket, room, since: 5 },
  reconnecting: { phase: 'reconnecting', attempt: 1, ticket, room: shaky, since: 5, because: 'network' },
  failed: { phase: 'failed', ticket, problem },
  ended: { phase: 'ended', ticket, end },
}

const events: { [Type in SessionEvent['type']]: Extract<SessionEvent, { type: Type }> } = {
  'launch-asked': { type: 'launch-asked', attempt: 2, bookingId: '2' },
  'launch-refused': { type: 'launch-refused', attempt: 1 },
  'kept-waiting': { type: 'kept-waiting', attempt: 1, until: 'unlocked' },
  'turned-away': { type: 'turned-away', attempt: 1, problem },
  opened: { type: 'opened', attempt: 1, ticket: fresh },
  started: { type: 'started', attempt: 2, ticket: fresh },
  entered: { type: 'entered', attempt: 1 },
  'retry-asked': { type: 'retry-asked', attempt: 2 },
  'room-joined': { type: 'room-joined', attempt: 1, room, at: 9 },
  'room-changed': { type: 'room-changed', attempt: 1, room: shaky },
  'room-lost': { type: 'room-lost', attempt: 1, next: 2, because: 'token' },
  'room-ended': { type: 'room-ended', attempt: 1, end },
  failed: { type: 'failed', attempt: 1, problem },
  'ticket-renewed': { type: 'ticket-renewed', bookingId: '1', renewal },
  closed: { type: 'closed' },
}

const launching: CallSession = { phase: 'launching', attempt: 2, bookingId: '2' }
const idle: CallSession = { phase: 'idle' }
const ended: CallSession = { phase: 'ended', ticket, end }
const failed: CallSession = { phase: 'failed', ticket, problem }
const opening: CallSession = { phase: 'connecting', attempt: 2, ticket: fresh }
const waiting: CallSession = { phase: 'waiting', attempt: 1, bookingId: '1', until: 'unlocked' }
const renewed: CallTicket = { ...ticket, ...renewal }

/** What each event makes of each phase; what is not named stays as it is. */
const changes: { [Phase in CallPhase]: { [Type in SessionEvent['type']]?: CallSession } } = {
  idle: { 'launch-asked': launching, started: opening },
  launching: {
    'launch-asked': launching,
    'launch-refused': idle,
    'kept-waiting': waiting,
    opened: { phase: 'connecting', attempt: 1, ticket: fresh },
    closed: idle,
  },
  waiting: {
    'kept-waiting': waiting,
    'turned-away': { phase: 'turned-away', bookingId: '1', problem },
    opened: { phase: 'connecting', attempt: 1, ticket: fresh },
    closed: idle,
  },
  'turned-away': { 'launch-asked': launching, started: opening, closed: idle },
  lobby: {
    entered: { phase: 'connecting', attempt: 1, ticket },
    failed,
    'ticket-renewed': { phase: 'lobby', attempt: 1, ticket: renewed },
    closed: idle,
  },
  connecting: {
    'kept-waiting': waiting,
    opened: { phase: 'connecting', attempt: 1, ticket: fresh },
    'room-joined': { phase: 'connected', attempt: 1, ticket, room, since: 9 },
    'room-lost': { phase: 'connecting', attempt: 2, ticket },
    'room-ended': ended,
    failed,
    'ticket-renewed': { phase: 'connecting', attempt: 1, ticket: renewed },
    closed: idle,
  },
  connected: {
    'room-changed': {
      phase: 'reconnecting',
      attempt: 1,
      ticket,
      room: shaky,
      since: 5,
      because: 'network',
    },
    'room-lost': { phase: 'reconnecting', attempt: 2, ticket, room, since: 5, because: 'token' },
    'room-ended': ended,
    failed,
    'ticket-renewed': { phase: 'connected', attempt: 1, ticket: renewed, room, since: 5 },
    closed: idle,
  },
  reconnecting: {
    'room-joined': { phase: 'connected', attempt: 1, ticket, room, since: 5 },
    'room-lost': { phase: 'reconnecting', attempt: 2, ticket, room: shaky, since: 5, because: 'token' },
    'room-ended': ended,
    failed,
    'ticket-renewed': {
      phase: 'reconnecting',
      attempt: 1,
      ticket: renewed,
      room: shaky,
      since: 5,
      because: 'network',
    },
    closed: idle,
  },
  failed: {
    'launch-asked': launching,
    started: opening,
    'retry-asked': { phase: 'connecting', attempt: 2, ticket },
    closed: idle,
  },
  ended: {
    'launch-asked': launching,
    started: opening,
    'retry-asked': { phase: 'connecting', attempt: 2, ticket },
    closed: idle,
  },
}

const table = Object.values(sessions).flatMap((session) =>
  Object.values(events).map((event) => {
    const expected = changes[session.phase][event.type]
    return {
      from: session.phase,
      on: event.type,
      to: expected?.phase ?? 'the same',
      session,
      event,
      expected,
    }
  }),
)

describe('the next session', () => {
  it.each(table)('goes from $from, on "$on", to $to', ({ session, event, expected }) => {
    const next = nextSession(session, event)
    if (expected) expect(next).toEqual(expected)
    else expect(next).toBe(session)
  })

  const answers = table.filter(({ session, event }) => 'attempt' in session && 'attempt' in event)
  const late = answers.filter(({ on }) => !['launch-asked', 'started', 'retry-asked'].includes(on))
  it.each(late)('drops a late "$on" of an older attempt while $from', ({ session, event }) => {
    const newer = { ...session, attempt: 7 } as CallSession
    expect(nextSession(newer, event)).toBe(newer)
  })

  it.each(['opened', 'started'] as const)('stops in the lobby where there is one, on "%s"', (type) => {
    const event: SessionEvent = { type, attempt: 1, ticket: fresh, hasLobby: true }
    const from = type === 'opened' ? sessions.launching : sessions.idle
    expect(nextSession(from, event)).toEqual({ phase: 'lobby', attempt: 1, ticket: fresh })
    expect(nextSession(sessions.connecting, event).phase).toBe('connecting')
    if (type === 'opened') expect(nextSession(sessions.waiting, event).phase).toBe('connecting')
  })

  it('renders nothing when the next answer to somebody who waits is the same', () => {
    const event: SessionEvent = { type: 'kept-waiting', attempt: 1, until: 'admitted' }
    expect(nextSession(sessions.waiting, event)).toBe(sessions.waiting)
  })

  it('follows the room back to connected', () => {
    const event: SessionEvent = { type: 'room-changed', attempt: 1, room }
    expect(nextSession(sessions.reconnecting, event)).toEqual(sessions.connected)
  })

  it('drops the renewal of another booking', () => {
    const event: SessionEvent = { type: 'ticket-renewed', bookingId: '2', renewal }
    expect(nextSession(sessions.connected, event)).toBe(sessions.connected)
  })

  it('keeps the names that a renewal no longer tells', () => {
    const event: SessionEvent = {
      type: 'ticket-renewed',
      bookingId: '1',
      renewal: { ...renewal, participants: [] },
    }
    expect(nextSession(sessions.connected, event)).toMatchObject({
      ticket: { participants: ticket.participants },
    })
  })
})
