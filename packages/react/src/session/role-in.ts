import type { ParticipantRole } from '@meetings/contract'
import type { CallSession } from './call-session.ts'

/** What somebody is in this meeting, by the server's word; `null` for people it has not named. */
export function roleIn(session: CallSession, identity: string): ParticipantRole | null {
  if (!('ticket' in session)) return null
  const { participants = [], role } = session.ticket
  const isSelf = 'room' in session && session.room.local.identity === identity
  if (isSelf && role) return role
  return participants.find((person) => person.identity === identity)?.role ?? null
}
