import { findAttribute, isSignedWith, type ReceivedStun } from './stun-message.ts'
import { ATTRIBUTE } from './stun-numbers.ts'
import type { Refusal } from './turn-answer.ts'
import type { TurnCredentials } from './turn-credentials.ts'

/** Who asks, and what the answer is signed with. */
export interface Asker {
  username: string
  key: Buffer
}

const KNOWN: readonly number[] = Object.values(ATTRIBUTE)
/** Attributes below must be understood, those from here on need not be. */
const FIRST_OPTIONAL = 0x8000

/** The long-term credentials of RFC 8489: a first try without any learns realm and nonce from the refusal. */
export function checkRequest(request: ReceivedStun, credentials: TurnCredentials): Asker | Refusal {
  if (!request.signature) return { code: 401 }
  const [username, realm, nonce] = [ATTRIBUTE.username, ATTRIBUTE.realm, ATTRIBUTE.nonce].map((type) =>
    findAttribute(request, type)?.toString(),
  )
  if (username === undefined || realm === undefined || nonce === undefined) return { code: 400 }
  if (!credentials.isFresh(nonce)) return { code: 438 }
  const key = credentials.keyOf(username)
  if (!key || !isSignedWith(request, key)) return { code: 401 }
  const unknown = request.attributes.flatMap(({ type }) =>
    type < FIRST_OPTIONAL && !KNOWN.includes(type) ? [type] : [],
  )
  return unknown.length > 0 ? { code: 420, unknown } : { username, key }
}
