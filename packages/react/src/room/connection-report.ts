/** What a check of the connection has found. */
export type ConnectionReport = MeasuredConnection | MissingConnection

/** Sound and picture got through, and this is how. */
export interface MeasuredConnection {
  /** See `judgeConnection` for where one ends and the next begins. */
  quality: 'good' | 'fair' | 'poor'
  /** There and back again over the service's relay, in milliseconds; `null` when it could not be measured. */
  latencyMs: number | null
  /** How much the delay of sound varies, in milliseconds. */
  jitterMs: number | null
  /** From 0 to 1, of the packets sent. */
  packetLoss: number | null
  /** From the first try to the first picture, in milliseconds. */
  connectMs: number | null
}

/** Nothing got through, or the check could not be made. */
export interface MissingConnection {
  quality: 'none'
  problem: ConnectionProblem
}

export type ConnectionProblem =
  /** The service answers, and sound and picture do not get through: a firewall or a VPN. */
  | 'media-blocked'
  /** The service does not answer: no network, or something in between. */
  | 'unreachable'
  /** The token is too old: another check with a fresh one may do. */
  | 'token-expired'
  /** Something else, which says nothing about the network. */
  | 'check-failed'

/** How far a check is. */
export type ConnectionStep = 'reaching' | 'connecting' | 'measuring'

export interface ConnectionCheckRequest {
  token: string
  /** Ends the check at once. */
  signal: AbortSignal
  /** Hears each step as it begins. */
  onStep?: ((step: ConnectionStep) => void) | undefined
}
