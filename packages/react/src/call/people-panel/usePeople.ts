'use client'
import type { MeetingPerson } from '@meetings/contract'
import { useMemo } from 'react'
import { useLocaleSettings } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { roleIn } from '../../session/role-in.ts'
import { remoteIn, remotesIn } from '../people/people-in-room.ts'
import { useCallList } from '../people/useCallList.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { ownIdentityIn, peopleIn } from '../people/who-is-who.ts'
import { listPeople } from './list-people.ts'

/** The people to list; the same object until somebody comes, goes, raises a hand or gets a name. */
export function usePeople(): ReturnType<typeof listPeople> {
  const { calls } = useRuntime('VideoCallModal')
  const { guest } = useCallWords()
  const { locale } = useLocaleSettings()
  const sids = useCallList(selectSids)
  const hands = useCallList(selectHands)
  const named: readonly MeetingPerson[] = useCallState(selectNamed)
  const identity = useCallState(selectOwnIdentity)
  const role = useCallState(selectOwnRole)
  const name = useCallState(selectOwnName)

  return useMemo(() => {
    const state = calls.getState()
    const remotes = sids.flatMap((sid) => remoteIn(state, sid) ?? [])
    return listPeople({ self: { identity, name, role }, remotes, named, hands, guest, locale })
  }, [calls, sids, hands, named, identity, name, role, guest, locale])
}

const selectSids = (state: CallState) => remotesIn(state).map((person) => person.sid)
const selectHands = ({ talk }: CallState) => talk.hands.map((hand) => hand.identity)
const selectNamed = ({ session }: CallState) => peopleIn(session)
const selectOwnIdentity = ({ session }: CallState) => ownIdentityIn(session)
const selectOwnName = ({ session }: CallState) => ticketOf(session)?.participantName ?? ''
const selectOwnRole = ({ session }: CallState) => roleIn(session, ownIdentityIn(session))
