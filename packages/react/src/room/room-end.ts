/** Why a room was left, could not be entered, or closed. Vendor codes stay behind the adapter, in `vendorCode`. */
export interface RoomEnd {
  kind: RoomEndKind
  /** For "Details" and logs only, never for people. */
  vendorCode?: number
}

export type RoomEndKind =
  /** This browser left, or stopped connecting. */
  | 'left'
  /** The host ended the meeting for everybody. */
  | 'completed'
  /** Somebody removed this person. */
  | 'removed'
  /** The same person joined from another tab or device. */
  | 'other-tab'
  /** The service's limit of minutes per person was reached. */
  | 'time-limit'
  | 'full'
  /** The room is not open, or is over. */
  | 'not-open'
  /** The token expired or the session was forgotten: a fresh token may rejoin. */
  | 'token-expired'
  /** The network is gone for longer than the service waits: a rejoin may help. */
  | 'connection-lost'
  /** The token is refused for good, or the account is misconfigured: nothing a person can do. */
  | 'refused'

const KINDS_WORTH_A_REJOIN: readonly RoomEndKind[] = ['token-expired', 'connection-lost']

/** Whether a fresh token and another connect may bring the person back without asking them. */
export function isWorthARejoin(end: RoomEnd): boolean {
  return KINDS_WORTH_A_REJOIN.includes(end.kind)
}

export function isRoomEnd(value: unknown): value is RoomEnd {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
}
