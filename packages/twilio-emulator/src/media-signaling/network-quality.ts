/** From 0 (lost) to 5 (nothing to wish for), as the SDK shows it. */
export type QualityLevel = 0 | 1 | 2 | 3 | 4 | 5

/** What each level still allows: round trip in seconds, jitter in seconds, share of packets lost. */
const LIMITS: readonly { level: QualityLevel; rtt: number; jitter: number; loss: number }[] = [
  { level: 5, rtt: 0.15, jitter: 0.03, loss: 0.01 },
  { level: 4, rtt: 0.25, jitter: 0.05, loss: 0.03 },
  { level: 3, rtt: 0.4, jitter: 0.1, loss: 0.08 },
  { level: 2, rtt: 0.8, jitter: 0.2, loss: 0.2 },
]

/** The level that a client's own report speaks for. Twilio's rule is not published; this one is as simple as can be. */
export function measureQuality(report: unknown): QualityLevel {
  const parts = ['ice', 'send', 'recv'].map((name) => fields(fields(report)[name]))
  const worst = (name: string) => Math.max(...parts.map((part) => figure(part[name])))
  const [rtt, jitter, loss] = [worst('rtt'), worst('jitter'), worst('fractionLost')]
  return LIMITS.find((limit) => rtt <= limit.rtt && jitter <= limit.jitter && loss <= limit.loss)?.level ?? 1
}

/** What the client wants to know: of itself and of the others, 0 (nothing) to 3 (everything). */
export interface QualityWish {
  local: number
  remote: number
}

export function readQualityWish(report: unknown): QualityWish {
  const { reportLevel, remoteReportLevel } = fields(report)
  return { local: figure(reportLevel), remote: figure(remoteReportLevel) }
}

/** A level as detailed as it is wanted: a number, or with sound and picture told apart. */
export function describeQuality(level: QualityLevel, detail: number) {
  if (detail < 2) return level
  const media = { send: level, recv: level }
  return { level, audio: media, video: media }
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function figure(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
