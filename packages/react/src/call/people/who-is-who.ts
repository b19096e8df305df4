import type { MeetingPerson } from '@meetings/contract'
import type { CallSession } from '../../session/call-session.ts'

const NOBODY: readonly MeetingPerson[] = []

/** Everybody the ticket names, this person included. */
export function peopleIn(session: CallSession): readonly MeetingPerson[] {
  return ('ticket' in session ? session.ticket.participants : undefined) ?? NOBODY
}

/** This person's identity: the room says it; before there is a room, name and role in the ticket tell. */
export function ownIdentityIn(session: CallSession): string {
  if ('room' in session) return session.room.local.identity
  if (!('ticket' in session)) return ''
  const { participants = NOBODY, participantName, role } = session.ticket
  const self = participants.find((person) => person.name === participantName && person.role === role)
  return self?.identity ?? participantName
}
