'use client'
import Users from 'lucide-react/icons/users'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { PanelButton } from '../panel/PanelButton.tsx'
import { remotesIn } from '../people/people-in-room.ts'
import { useTalkWords } from '../people/useTalkWords.ts'

/** Opens the list of people. Its badge counts who is there, its name the hands that are up too. */
export function PeopleButton() {
  const words = useTalkWords()
  const count = useCallState(selectCount)
  const hands = useCallState(selectHands)
  const values = { count: `${count}`, hands: `${hands}` }
  return (
    <PanelButton
      panel="people"
      part="people-button"
      icon={Users}
      label={fillMessage(hands > 0 ? words.raisedCount : words.peopleCount, values)}
      badge={count === 0 ? undefined : `${count}`}
    />
  )
}

const selectCount = (state: CallState) => ('room' in state.session ? remotesIn(state).length + 1 : 0)
const selectHands = ({ talk }: CallState) => talk.hands.length
