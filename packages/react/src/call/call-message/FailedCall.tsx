'use client'
import CircleAlert from 'lucide-react/icons/circle-alert'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { describeProblem } from '../../i18n/describe-problem.ts'
import { enProblems } from '../../i18n/en/problems.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useCallLaterWords } from '../people/useCallLaterWords.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { CallMessage } from './CallMessage.tsx'

/** The call could not go on: what happened, what to do, and for support the codes behind "Details". */
export function FailedCall({ problem }: { problem: MeetingsProblem }) {
  const { calls } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const later = useCallLaterWords()
  const problemWords = useMessages('problems', enProblems)
  const { title, action } = describeProblem(problem, problemWords)
  const code = problem.vendorCode === undefined ? problem.code : `${problem.code} (${problem.vendorCode})`
  return (
    <CallMessage
      icon={<CircleAlert />}
      title={title}
      detail={action}
      actions={
        <>
          {problem.retryable && (
            <Button look="primary" onClick={() => void calls.retry()}>
              {problem.code === 'ROOM_CONNECTION_LOST' ? later.joinAgain : words.tryAgain}
            </Button>
          )}
          <Button onClick={() => calls.dismiss()}>{words.close}</Button>
        </>
      }
    >
      <details data-meetings-part="call-message-codes">
        <summary>{problemWords.details}</summary>
        <div data-meetings-part="call-codes">
          <span>{later.problemCode}</span>
          <span data-meetings-part="call-code">{code}</span>
          {problem.requestId !== undefined && (
            <>
              <span>{later.requestId}</span>
              <span data-meetings-part="call-code">{problem.requestId}</span>
            </>
          )}
        </div>
      </details>
    </CallMessage>
  )
}
