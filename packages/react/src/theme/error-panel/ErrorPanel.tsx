import type { MeetingsProblem } from '../../client/meetings-problem.ts'
import { describeProblem } from '../../i18n/describe-problem.ts'
import { enProblems } from '../../i18n/en/problems.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { Button } from '../button/Button.tsx'
import { Icon } from '../icon/Icon.tsx'

export interface ErrorPanelProps {
  problem: MeetingsProblem
  /** Shown as a button that says "Retry"; without it there is nothing to press. */
  onRetry?: (() => void) | undefined
  isRetrying?: boolean
  /** `inline` sits in a card, under what failed; `block` stands where the content would be. */
  size?: 'inline' | 'block'
}

/** What happened, what to do, Retry, and behind "Details" the code for support. Read out when it appears. */
export function ErrorPanel({ problem, onRetry, isRetrying = false, size = 'block' }: ErrorPanelProps) {
  const words = useMessages('problems', enProblems)
  const { title, action } = describeProblem(problem, words)
  return (
    <div data-meetings-part="error-panel" data-size={size} role="alert">
      <div data-meetings-part="error-content">
        <Icon name="alert" />
        <div>
          <div data-meetings-part="error-title">{title}</div>
          <div>{action}</div>
          <details data-meetings-part="error-details">
            <summary>{words.details}</summary>
            <code>{detailsOf(problem)}</code>
          </details>
        </div>
        {onRetry && (
          <Button isBusy={isRetrying} onClick={onRetry}>
            {words.retry}
          </Button>
        )}
      </div>
    </div>
  )
}

function detailsOf({ code, requestId, vendorCode }: MeetingsProblem): string {
  return [code, vendorCode, requestId].filter((part) => part !== undefined).join(' · ')
}
