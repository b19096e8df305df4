import type { RoomEnd, RoomEndKind } from '../room-end.ts'

/** Twilio's error codes, as far as a person or the rejoin policy can tell a difference. */
const KINDS: Readonly<Record<number, RoomEndKind>> = {
  20101: 'refused', // malformed
  20102: 'refused', // header
  20103: 'refused', // issuer or account
  20104: 'token-expired',
  20105: 'token-expired', // not yet valid: the next one is made by a server with the right time
  20106: 'refused', // no grant for this room
  20107: 'refused', // signature
  53000: 'connection-lost',
  53001: 'connection-lost',
  53002: 'connection-lost',
  53006: 'connection-lost', // server busy
  53100: 'refused', // room name
  53101: 'refused',
  53102: 'refused',
  53103: 'refused', // the room cannot be created
  53105: 'full',
  53106: 'not-open',
  53118: 'completed',
  53119: 'refused', // account settings
  53126: 'refused', // room type not available to the account
  53204: 'token-expired', // the session was forgotten: enter anew, with a fresh token
  53205: 'other-tab',
  53206: 'refused', // participants per account
  53216: 'time-limit',
  53405: 'connection-lost', // media blocked by a firewall or VPN
}

/** Why the SDK rejected a connect or closed a room. Its words are never passed on. */
export function roomEndOf(error: unknown): RoomEnd {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (typeof code !== 'number' || code === 0) return { kind: 'connection-lost' }
  return { kind: KINDS[code] ?? 'connection-lost', vendorCode: code }
}
