'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useFormats } from '../../i18n/useFormats.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { useNameOf } from '../people/useNameOf.ts'
import { useOtherPeople } from '../people/useOtherPeople.ts'
import { useTalkLaterWords } from '../people/useTalkLaterWords.ts'

/** What is being waited for or asked, in a word or two; nothing while people talk. */
export function MiniStatus() {
  const words = useCallWords()
  const { list } = useFormats()
  const names = useOtherPeople('VideoCallModal').map((person) => person.name)
  const state = useCallState(selectState)
  const askedBy = useCallState(selectAskedBy)
  const talkWords = useTalkLaterWords()
  const nameOf = useNameOf()
  if (state === 'talking') return null

  const waiting =
    names.length > 0 ? fillMessage(words.waitingFor, { people: list(names) }) : words.waitingForOthers
  const text = {
    connecting: words.connecting,
    reconnecting: words.personReconnecting,
    asked: fillMessage(talkWords.askedToUnmute, { name: askedBy === null ? '' : nameOf(askedBy) }),
    alone: waiting,
  }[state]
  return (
    <div data-meetings-part="mini-status" data-state={state}>
      {(state === 'connecting' || state === 'reconnecting') && <Spinner />}
      <span data-meetings-part="mini-status-text">{text}</span>
    </div>
  )
}

const selectAskedBy = ({ talk, media }: CallState) => (media.isMuted ? talk.unmuteAskedBy : null)

function selectState(state: CallState): 'connecting' | 'reconnecting' | 'asked' | 'alone' | 'talking' {
  const { session } = state
  if (session.phase === 'connecting' || session.phase === 'reconnecting') return session.phase
  if (selectAskedBy(state) !== null) return 'asked'
  return 'room' in session && session.room.remotes.length === 0 ? 'alone' : 'talking'
}
