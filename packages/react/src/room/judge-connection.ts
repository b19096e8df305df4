import type { MeasuredConnection } from './connection-report.ts'

export type ConnectionMeasures = Omit<MeasuredConnection, 'quality'>

/**
 * Up to here a call is good. Jitter and loss: what the release notes of twilio-video's `runPreflight` (2.8.0-beta.1)
 * call optimal. Latency: ITU-T G.114, by which 150 ms each way disturb hardly anybody.
 */
const GOOD: Limits = { latencyMs: 300, jitterMs: 30, packetLoss: 0.01 }
/**
 * Up to here one can talk. Latency and loss: from where Twilio's Voice Insights tags a call (`high_latency`,
 * `high_packet_loss`). Jitter: ITU-T Y.1541, what networks for interactive sound (classes 0 and 1) may have.
 */
const FAIR: Limits = { latencyMs: 400, jitterMs: 50, packetLoss: 0.05 }

type Limits = Readonly<Record<'latencyMs' | 'jitterMs' | 'packetLoss', number>>

/**
 * How good a connection is for a call: as good as its worst measure. What was not measured counts as good,
 * because sound and picture did arrive. The limits and their sources stand above.
 */
export function judgeConnection(measures: ConnectionMeasures): MeasuredConnection['quality'] {
  if (isWithin(measures, GOOD)) return 'good'
  return isWithin(measures, FAIR) ? 'fair' : 'poor'
}

function isWithin(measures: ConnectionMeasures, limits: Limits): boolean {
  const { latencyMs, jitterMs, packetLoss } = limits
  return (
    (measures.latencyMs ?? 0) <= latencyMs &&
    (measures.jitterMs ?? 0) <= jitterMs &&
    (measures.packetLoss ?? 0) <= packetLoss
  )
}
