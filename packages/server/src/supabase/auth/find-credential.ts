import { isJwtShaped } from './read-token.ts'
import type { Refused } from './refusal.ts'
import { tokenInCookies } from './token-in-cookies.ts'

/** What a caller brought to prove who they are. */
export interface Credential {
  token: string
  via: 'bearer' | 'cookie'
}

/**
 * The one credential of a request; `null` when there is none. An `Authorization` header decides alone: if it is
 * no good, a cookie beside it does not help. `cookieName` is `null` where cookies do not count.
 */
export function findCredential(headers: Headers, cookieName: string | null): Credential | Refused | null {
  const authorization = headers.get('authorization')
  if (authorization !== null && !isBasic(authorization)) {
    // Two headers arrive as one value with a comma, which no token holds.
    const token = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1]
    return token !== undefined && isJwtShaped(token) ? { token, via: 'bearer' } : { refused: 'credentials' }
  }
  const cookies = cookieName === null ? null : headers.get('cookie')
  if (cookieName === null || cookies === null) return null
  const found = tokenInCookies(cookies, cookieName)
  return found === null || 'refused' in found ? found : { token: found.token, via: 'cookie' }
}

/** The password of a staging site. A browser adds it to every request, and it says nothing about our people. */
function isBasic(authorization: string): boolean {
  return /^Basic [\w+/~.-]+=*$/i.test(authorization.trim())
}
