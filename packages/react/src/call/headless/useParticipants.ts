'use client'
import type { CallState } from '../../session/call-controller.ts'
import { remotesIn, speakerIn } from '../people/people-in-room.ts'
import { useCallList } from '../people/useCallList.ts'
import { peopleIn } from '../people/who-is-who.ts'
import { type CallParticipant, callParticipantOf } from './call-participant.ts'

/**
 * The others in the call, in order of arrival; empty while there is none. Renders again when one of them
 * changes, and whoever has not changed is the same object: give it to a component in `memo` and only that one
 * renders. `<ManagedVideoCall>` plays their sound, and `<CallAudio>` where there is none. Throws outside
 * `<MeetingProvider>`.
 *
 * @example
 * function Faces() {
 *   return useParticipants().map((person) => <Face key={person.sid} person={person} />)
 * }
 */
export function useParticipants(): readonly CallParticipant[] {
  return useCallList(selectParticipants, 'useParticipants')
}

function selectParticipants(state: CallState): readonly CallParticipant[] {
  const people = new Map(peopleIn(state.session).map((person) => [person.identity, person]))
  const speaker = speakerIn(state)
  return remotesIn(state).map((participant) =>
    callParticipantOf(participant, people.get(participant.identity), participant.sid === speaker),
  )
}
