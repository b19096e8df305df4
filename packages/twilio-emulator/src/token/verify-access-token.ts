import { compactVerify, decodeProtectedHeader } from 'jose'
import { VideoError } from '../errors/video-error.ts'

export interface TokenRules {
  accountSid: string
  /** API key SID -> secret. */
  apiKeys: Readonly<Record<string, string>>
  /** Milliseconds since the epoch. */
  now(): number
}

/** Who a token says its holder is, and the one room (name or SID) it is bound to, if any. */
export interface Admission {
  identity: string
  room: string | null
}

const LONGEST_LIFE_SECONDS = 24 * 60 * 60
const LONGEST_IDENTITY = 256
// Twilio allows for clocks that differ a little; a token from a server a few seconds ahead is fine.
const CLOCK_SKEW_SECONDS = 10

/**
 * Checks a Twilio Access Token the way Twilio does and answers who may enter. Rejects with a `VideoError`:
 * 20101 no token at all, 20102 wrong header, 20103 unknown key or account, 20107 wrong signature, 20104 expired,
 * 20105 not valid yet, 20157 valid for too long, 20106 no video grant, 53201 identity too long.
 */
export async function verifyAccessToken(token: string, rules: TokenRules): Promise<Admission> {
  const claims = await readSignedClaims(token, rules)
  checkTimes(claims, rules.now() / 1000)
  const grants = isRecord(claims['grants']) ? claims['grants'] : {}
  const video = grants['video']
  const identity = grants['identity']
  if (!isRecord(video) || typeof identity !== 'string' || identity === '') throw new VideoError(20106)
  if (identity.length > LONGEST_IDENTITY) throw new VideoError(53201)
  return { identity, room: typeof video['room'] === 'string' && video['room'] ? video['room'] : null }
}

async function readSignedClaims(token: string, rules: TokenRules): Promise<Record<string, unknown>> {
  const header = readHeader(token)
  // The algorithm is fixed here and below: a token cannot choose "none".
  if (header.alg !== 'HS256' || header.cty !== 'twilio-fpa;v=1') throw new VideoError(20102)
  const claims = parseClaims(token.split('.')[1] ?? '')
  const secret = Object.hasOwn(rules.apiKeys, String(claims['iss'])) && rules.apiKeys[String(claims['iss'])]
  if (!secret || claims['sub'] !== rules.accountSid) throw new VideoError(20103)
  await compactVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] }).catch(() => {
    throw new VideoError(20107)
  })
  return claims
}

function readHeader(token: string) {
  try {
    if (token.split('.').length !== 3) throw new VideoError(20101)
    return decodeProtectedHeader(token)
  } catch {
    throw new VideoError(20101)
  }
}

function parseClaims(payload: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    if (isRecord(claims)) return claims
  } catch {
    // Answered below like any other payload that is not an object.
  }
  throw new VideoError(20101)
}

function checkTimes(claims: Record<string, unknown>, now: number): void {
  const { exp, nbf, iat } = claims
  if (typeof exp !== 'number' || exp <= now) throw new VideoError(20104)
  if (typeof nbf === 'number' && nbf > now + CLOCK_SKEW_SECONDS) throw new VideoError(20105)
  const start = typeof iat === 'number' ? iat : now
  if (exp - start > LONGEST_LIFE_SECONDS) throw new VideoError(20157)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
