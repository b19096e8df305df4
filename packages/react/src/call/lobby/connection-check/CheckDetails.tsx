'use client'
import type { ConnectionReport } from '../../../room/connection-report.ts'
import { useUnits } from '../../statistics/useUnits.ts'
import { useConnectionCheckWords } from './useConnectionCheckWords.ts'

/** The numbers, for who helps; closed at first. Nothing when there is none. */
export function CheckDetails({ report }: { report: ConnectionReport }) {
  const words = useConnectionCheckWords()
  const { milliseconds, share } = useUnits()
  if (report.quality === 'none') return null
  const time = (value: number | null) => value !== null && milliseconds(value)
  const facts = [
    { label: words.latency, value: time(report.latencyMs) },
    { label: words.jitter, value: time(report.jitterMs) },
    { label: words.packetLoss, value: report.packetLoss !== null && share(report.packetLoss) },
    { label: words.connectTime, value: time(report.connectMs) },
  ]
  return (
    <details data-meetings-part="connection-check-details">
      <summary>{words.details}</summary>
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value || words.notMeasured}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
