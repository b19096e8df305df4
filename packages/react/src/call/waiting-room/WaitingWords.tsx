'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useDoorWords } from '../door/useDoorWords.ts'

/** What is being waited for, read out when it changes, and what follows. */
export function WaitingWords({ host }: { host: string | null }) {
  const words = useDoorWords()
  const until = useCallState(selectUntil)
  const text = {
    admitted: host === null ? words.hostSoonUnnamed : fillMessage(words.hostSoon, { host }),
    unlocked: words.waitingLocked,
    answered: words.waitingOffline,
  }[until]
  return (
    <div data-meetings-part="waiting-words" data-state={until}>
      <div role="status" dir="auto" data-meetings-part="waiting-for">
        <Spinner />
        <span>{text}</span>
      </div>
      <div data-meetings-part="waiting-detail">{words.joinsByItself}</div>
    </div>
  )
}

const selectUntil = ({ session }: CallState) => (session.phase === 'waiting' ? session.until : 'admitted')
