'use client'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import type { ConnectionReport } from '../../../room/connection-report.ts'
import { describeConnection } from './describe-connection.ts'
import { useConnectionCheckWords } from './useConnectionCheckWords.ts'

const ICONS = { success: CircleCheck, neutral: Info, warning: CircleAlert, danger: CircleAlert }

/** What a check found, in plain words, and what to do about it. */
export function CheckResult({ report }: { report: ConnectionReport }) {
  const { tone, title, advice } = describeConnection(report, useConnectionCheckWords())
  const Icon = ICONS[tone]
  return (
    <div data-meetings-part="connection-check-result" data-tone={tone}>
      <Icon aria-hidden="true" />
      <div>
        <div data-meetings-part="connection-check-title">{title}</div>
        <div>{advice}</div>
      </div>
    </div>
  )
}
