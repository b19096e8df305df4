import type { ErrorCode } from '@meetings/contract'

/** Everything that can go wrong, whoever noticed it: our server, the network, the room, the browser's media. */
export type ProblemCode =
  | ErrorCode
  /** No answer: offline, blocked, DNS, timeout. */
  | 'NETWORK_UNREACHABLE'
  /** An answer that is not ours: a proxy's page, a wrong address. */
  | 'UNEXPECTED_ANSWER'
  /** A newer action replaced this one. */
  | 'SUPERSEDED'
  /** Another call is open already. */
  | 'CALL_IN_PROGRESS'
  /** The SDK could not be loaded. */
  | 'VIDEO_CODE_UNREACHABLE'
  | 'ROOM_CONNECTION_LOST'
  | 'ROOM_FULL'
  | 'ROOM_NOT_OPEN'
  | 'ROOM_REFUSED'

/** A failure as data. Text comes from the messages (`describeProblem`), never from a vendor. */
export interface MeetingsProblem {
  code: ProblemCode
  retryable: boolean
  /** The server's own sentence, when it had one. */
  serverMessage?: string
  /** For support: the server's request id. */
  requestId?: string
  /** What the server adds for some codes, as it came: read it with `nearestSlots` or `fieldProblems`. */
  details?: Readonly<Record<string, unknown>>
  /** For "Details" only: the vendor's number. */
  vendorCode?: number
}
