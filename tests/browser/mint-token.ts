/** Whose token, and what is odd about it. */
export interface TokenWish {
  accountSid: string
  apiKeySid: string
  apiKeySecret: string
  identity: string
  /** The room the token is bound to, by name. Without one it opens every room. */
  room?: string
  /** Seconds until it expires, from now; negative: it has expired. Default: one hour. */
  ttl?: number
  /** Replace or add (with `undefined`: leave out) parts of the header and the claims, to make a token that is wrong. */
  header?: Record<string, unknown>
  claims?: Record<string, unknown>
}

/**
 * A Twilio Access Token with a video grant, made with Web Crypto, so that a test can make one in the page.
 * Never do this in an app: whoever has the secret can be anybody.
 */
export async function mintToken(wish: TokenWish): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const ttl = wish.ttl ?? 3600
  const header = { typ: 'JWT', alg: 'HS256', cty: 'twilio-fpa;v=1', ...wish.header }
  const claims = {
    jti: `${wish.apiKeySid}-${now}`,
    iss: wish.apiKeySid,
    sub: wish.accountSid,
    iat: Math.min(now, now + ttl),
    exp: now + ttl,
    grants: { identity: wish.identity, video: wish.room === undefined ? {} : { room: wish.room } },
    ...wish.claims,
  }
  const signed = `${encode(header)}.${encode(claims)}`
  const bytes = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes.encode(wish.apiKeySecret), algorithm, false, [
    'sign',
  ])
  const signature = await crypto.subtle.sign('HMAC', key, bytes.encode(signed))
  return `${signed}.${base64url(new Uint8Array(signature))}`
}

function encode(value: unknown): string {
  return base64url(new TextEncoder().encode(JSON.stringify(value)))
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
