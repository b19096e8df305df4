'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useFormats } from '../../i18n/useFormats.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { useOtherPeople } from '../people/useOtherPeople.ts'

/** What is being waited for, in a word or two; nothing while people talk. */
export function MiniStatus() {
  const words = useCallWords()
  const { list } = useFormats()
  const names = useOtherPeople('VideoCallModal').map((person) => person.name)
  const state = useCallState(selectState)
  if (state === 'talking') return null

  const waiting =
    names.length > 0 ? fillMessage(words.waitingFor, { people: list(names) }) : words.waitingForOthers
  const text = { connecting: words.connecting, reconnecting: words.personReconnecting, alone: waiting }[state]
  return (
    <div data-meetings-part="mini-status" data-state={state}>
      {state !== 'alone' && <Spinner />}
      <span data-meetings-part="mini-status-text">{text}</span>
    </div>
  )
}

function selectState({ session }: CallState): 'connecting' | 'reconnecting' | 'alone' | 'talking' {
  if (session.phase === 'connecting' || session.phase === 'reconnecting') return session.phase
  return 'room' in session && session.room.remotes.length === 0 ? 'alone' : 'talking'
}
