/** More than servers let through in all headers together; what is longer is not worth looking at. */
const MAX_LENGTH = 16_384

/** What a token says of itself. Nothing of it is true until it is verified. */
export interface UnverifiedToken {
  text: string
  algorithm: string
  keyId: string | null
  payload: Record<string, unknown>
}

/** True for what has the three parts of a signed JWT and a sensible length. */
export function isJwtShaped(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)
}

/** Takes a token apart; `null` when it is no JWT. Of the header, only the algorithm and the key's id matter. */
export function readToken(text: string): UnverifiedToken | null {
  const [head = '', body = ''] = text.split('.')
  const header = readObject(head)
  const payload = readObject(body)
  if (header === null || payload === null || typeof header.alg !== 'string') return null
  // Extensions that must be understood. Supabase has none.
  if (header.crit !== undefined) return null
  const keyId = typeof header.kid === 'string' && header.kid !== '' ? header.kid : null
  return { text, algorithm: header.alg, keyId, payload }
}

/** The text in base64url, as UTF-8. Throws when it is neither. */
export function fromBase64url(encoded: string): string {
  const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
  )
}

function readObject(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(fromBase64url(part))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
