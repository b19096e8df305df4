'use client'
import Users from 'lucide-react/icons/users'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { CallView } from '../../provider/call-view.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { PanelButton } from '../panel/PanelButton.tsx'
import { remotesIn } from '../people/people-in-room.ts'
import { useTalkWords } from '../people/useTalkWords.ts'
import { useViewOf } from '../useViewOf.ts'

/** Opens the list of people. Its badge counts who is there, its name the hands that are up, or who waits, too. */
export function PeopleButton() {
  const words = useTalkWords()
  const count = useCallState(selectCount)
  const hands = useCallState(selectHands)
  const waiting = useViewOf(selectWaiting)
  const values = { count: `${count}`, hands: `${hands}`, waiting: `${waiting}` }
  const label = waiting > 0 ? words.waitingCount : hands > 0 ? words.raisedCount : words.peopleCount
  return (
    <PanelButton
      panel="people"
      part="people-button"
      icon={Users}
      label={fillMessage(label, values)}
      badge={waiting > 0 ? `+${waiting}` : count === 0 ? undefined : `${count}`}
    />
  )
}

const selectCount = (state: CallState) => ('room' in state.session ? remotesIn(state).length + 1 : 0)
const selectWaiting = ({ door }: CallView) => door?.waiting.length ?? 0
const selectHands = ({ talk }: CallState) => talk.hands.length
