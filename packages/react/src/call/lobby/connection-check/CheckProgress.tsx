'use client'
import type { ConnectionStep } from '../../../room/connection-report.ts'
import { Spinner } from '../../../theme/spinner/Spinner.tsx'
import { useConnectionCheckWords } from './useConnectionCheckWords.ts'

/** How far a check is. */
export function CheckProgress({ step }: { step: ConnectionStep }) {
  const words = useConnectionCheckWords()
  return (
    <span data-meetings-part="connection-check-progress">
      <Spinner />
      {words[step]}
    </span>
  )
}
