import { fromBase64url, isJwtShaped } from './read-token.ts'
import type { Refused } from './refusal.ts'

/**
 * The access token of a session that `@supabase/ssr` keeps in cookies: under `name`, or in pieces under `name.0`,
 * `name.1`, and so on. The session is only read, never renewed: that is the work of the app's own middleware.
 */
export function tokenInCookies(header: string, name: string): { token: string } | Refused | null {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    const key = pair.slice(0, equals).trim()
    if (equals < 0 || !(key === name || key.startsWith(`${name}.`))) continue
    // Another host under the same domain can add a second one. Nobody knows which is ours.
    if (cookies.has(key)) return { refused: 'credentials' }
    cookies.set(key, decode(pair.slice(equals + 1).trim()))
  }
  const session = cookies.get(name) || joinPieces(cookies, name)
  if (session === '') return null
  const token = accessTokenOf(session)
  return token === null ? { refused: 'credentials' } : { token }
}

function joinPieces(cookies: ReadonlyMap<string, string>, name: string): string {
  let session = ''
  for (let index = 0; ; index++) {
    const piece = cookies.get(`${name}.${index}`)
    if (!piece) return session
    session += piece
  }
}

function accessTokenOf(session: string): string | null {
  try {
    const json = session.startsWith('base64-') ? fromBase64url(session.slice('base64-'.length)) : session
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null || !('access_token' in value)) return null
    const token = value.access_token
    return typeof token === 'string' && isJwtShaped(token) ? token : null
  } catch {
    return null
  }
}

function decode(value: string): string {
  const bare = value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
