'use client'
import DoorClosed from 'lucide-react/icons/door-closed'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { describeProblem } from '../../i18n/describe-problem.ts'
import { enProblems } from '../../i18n/en/problems.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { CallMessage } from '../call-message/CallMessage.tsx'
import { useDoorWords } from '../door/useDoorWords.ts'
import { useCallWords } from '../people/useCallWords.ts'

/** The end of a wait that was in vain: the host said no, or the meeting is over. */
export function TurnedAway({ problem }: { problem: MeetingsProblem }) {
  const { calls } = useRuntime('VideoCallModal')
  const words = useDoorWords()
  const { close } = useCallWords()
  const { title, action } = describeProblem(problem, useMessages('problems', enProblems))
  // Whoever was never in was not removed either.
  const isRefused = problem.code === 'REMOVED_FROM_MEETING'
  return (
    <CallMessage
      icon={<DoorClosed />}
      title={isRefused ? words.notLetIn : title}
      detail={isRefused ? words.notLetInDetail : action}
      actions={
        <Button look="primary" onClick={() => calls.dismiss()}>
          {close}
        </Button>
      }
    />
  )
}
