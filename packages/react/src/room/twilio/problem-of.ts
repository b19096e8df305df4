import type { ConnectionProblem } from '../connection-report.ts'

const PROBLEMS: Readonly<Record<number, ConnectionProblem>> = {
  20104: 'token-expired',
  53000: 'unreachable',
  53001: 'unreachable',
  53002: 'unreachable',
  53405: 'media-blocked',
}

/** What the SDK's error says about the connection. Its text stays here. */
export function problemOf(error: unknown): ConnectionProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return (typeof code === 'number' && PROBLEMS[code]) || 'check-failed'
}
