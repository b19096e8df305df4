import { compactVerify } from 'jose/jws/compact/verify'
import type { AuthServer } from './auth-server.ts'
import { type Person, personOfAccount, personOfClaims } from './person.ts'
import type { UnverifiedToken } from './read-token.ts'
import type { Refused } from './refusal.ts'
import type { SigningKeys } from './signing-keys.ts'

/** The algorithms whose signatures anybody with the public key can check. */
const ASYMMETRIC = ['ES256', 'RS256']

/** True for tokens that are checked on this machine. */
export function isCheckedHere({ algorithm }: UnverifiedToken): boolean {
  return ASYMMETRIC.includes(algorithm)
}

/**
 * Checks the signature with the project's public key. A token that fails is refused, never tried another way.
 * Throws when nobody could tell.
 */
export async function verifyHere(token: UnverifiedToken, keys: SigningKeys): Promise<Person | Refused> {
  const { text, algorithm, keyId, payload } = token
  const key = keyId === null ? null : await keys({ alg: algorithm, kid: keyId })
  if (key === null) return { refused: 'unknown-key' }
  try {
    await compactVerify(text, key, { algorithms: ASYMMETRIC })
    return personOfClaims(payload)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    return { refused: code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' ? 'signature' : 'malformed' }
  }
}

/**
 * Asks Supabase, which alone knows the shared secret. Its answer is the account as it is now, newer than the token.
 * Throws when there was no answer.
 */
export async function verifyThere(
  { text, payload }: UnverifiedToken,
  server: AuthServer,
): Promise<Person | Refused> {
  const account = await server.account(text)
  if (account === null || account.id !== payload.sub) return { refused: 'rejected' }
  const isPerson = typeof account.role !== 'string' || account.role === 'authenticated'
  return isPerson ? personOfAccount(account) : { refused: 'role' }
}
