'use client'
import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { ErrorPanel } from '../../theme/error-panel/ErrorPanel.tsx'
import { isOutcomeUnknown } from '../send/create-booker.ts'
import { useSchedulingWords } from '../useSchedulingWords.ts'

export interface SendProblemProps {
  problem: MeetingsProblem
  onRetry(): void
}

/** Why it was not booked, with Retry; where nobody knows whether it was, that too. */
export function SendProblem({ problem, onRetry }: SendProblemProps) {
  const words = useSchedulingWords()
  const isWorthTrying = problem.retryable || problem.code === 'UNAUTHENTICATED'
  return (
    <div data-meetings-part="send-problem">
      <ErrorPanel problem={problem} size="inline" onRetry={isWorthTrying ? onRetry : undefined} />
      {isOutcomeUnknown(problem) && <div data-meetings-part="hint">{words.unsure}</div>}
    </div>
  )
}
