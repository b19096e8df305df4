'use client'
import type { MeetingPerson } from '@meetings/contract'
import { useMemo } from 'react'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ownIdentityIn, peopleIn } from './who-is-who.ts'

/** Everybody the ticket names but this person; the same array while nobody changes. */
export function useOtherPeople(caller: string): readonly MeetingPerson[] {
  const people = useCallState(selectPeople, caller)
  const ownIdentity = useCallState(selectOwnIdentity, caller)
  return useMemo(() => people.filter((person) => person.identity !== ownIdentity), [people, ownIdentity])
}

const selectPeople = ({ session }: CallState) => peopleIn(session)
const selectOwnIdentity = ({ session }: CallState) => ownIdentityIn(session)
