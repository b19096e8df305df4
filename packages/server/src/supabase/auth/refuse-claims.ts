import type { SupabaseRefusal } from './refusal.ts'

export interface ClaimRules {
  /** Accepted issuers, compared as they are. */
  issuers: readonly string[]
  /** False lets tokens pass that name no issuer; one that is named must still be accepted. */
  issuerRequired: boolean
  /** How far two clocks may be apart. */
  clockToleranceSeconds: number
  /** Applications, besides one's own, whose tokens count. */
  oauthClients: readonly string[]
}

/** What is wrong with a token's claims; `null` when nothing is. Says nothing about the signature. */
export function refuseClaims(
  payload: Readonly<Record<string, unknown>>,
  rules: ClaimRules,
  now: Date,
): SupabaseRefusal | null {
  const { iss, aud, exp, nbf, iat, sub, role, client_id: client } = payload
  const seconds = now.getTime() / 1000
  const tolerance = rules.clockToleranceSeconds
  const isOver = (time: unknown) => !isTime(time) || time + tolerance <= seconds
  const isYetToCome = (time: unknown) => time !== undefined && (!isTime(time) || time - tolerance > seconds)

  if (!(iss === undefined && !rules.issuerRequired) && !isOneOf(iss, rules.issuers)) return 'issuer'
  if (!(Array.isArray(aud) ? aud : [aud]).includes('authenticated')) return 'audience'
  // The publishable and the secret key of older projects are tokens too, of nobody.
  if (role !== 'authenticated') return 'role'
  if (typeof sub !== 'string' || sub.trim() === '') return 'subject'
  if (isOver(exp)) return 'expired'
  if (isYetToCome(nbf) || isYetToCome(iat)) return 'not-yet-valid'
  // Supabase as an OAuth server gives other applications tokens that look the same but for this.
  if (client !== undefined && client !== null && !isOneOf(client, rules.oauthClients)) return 'oauth-client'
  return null
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isOneOf(value: unknown, accepted: readonly string[]): boolean {
  return typeof value === 'string' && accepted.includes(value)
}
