'use client'
import { useCallback, useMemo } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { useCallWords } from './useCallWords.ts'
import { peopleIn } from './who-is-who.ts'

/** Names people by their identity in the room; somebody the ticket does not know is a guest. */
export function useNameOf(): (identity: string) => string {
  const { guest } = useCallWords()
  const people = useCallState(selectPeople)
  const names = useMemo(() => new Map(people.map((person) => [person.identity, person.name])), [people])
  return useCallback((identity) => names.get(identity) ?? guest, [names, guest])
}

const selectPeople = ({ session }: CallState) => peopleIn(session)
