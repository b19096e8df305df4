import { Buffer } from 'node:buffer'

/** When a token ends, as it says itself: the signer's clock counts, not ours. */
export function decodeExpiry(jwt: string): Date {
  const payload = jwt.split('.')[1] ?? ''
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  if (typeof claims !== 'object' || claims === null || !('exp' in claims) || typeof claims.exp !== 'number') {
    throw new Error('The video token carries no expiry.')
  }
  return new Date(claims.exp * 1000)
}
