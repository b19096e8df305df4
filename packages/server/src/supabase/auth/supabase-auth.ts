import type { MeetingsUser } from '../../meetings-user.ts'
import type { Authenticate, Authenticated } from '../../ports/authenticate.ts'
import { answerMemory } from './answer-memory.ts'
import { authServer } from './auth-server.ts'
import { findCredential } from './find-credential.ts'
import { type Person, userOf } from './person.ts'
import { readToken } from './read-token.ts'
import type { Refused, SupabaseRefusal } from './refusal.ts'
import { refuseClaims } from './refuse-claims.ts'
import { signingKeys } from './signing-keys.ts'
import { resolveSupabaseAuthOptions, type SupabaseAuthOptions } from './supabase-auth-options.ts'
import { isCheckedHere, verifyHere, verifyThere } from './verify-token.ts'

/**
 * Recognises people by their Supabase access token: `Authorization: Bearer ...`, and the cookies of `@supabase/ssr`
 * when `cookies` is on. Where the project signs with asymmetric keys, tokens are checked on this machine with the
 * project's public keys; with a shared secret, Supabase is asked. `role` and `organizationId` come from
 * `app_metadata` (`role`, `organization_id`) only: people can write their own `user_metadata`.
 *
 * A credential that is there and no good is nobody's, whatever else the request brings. When nobody could tell,
 * it throws `STORE_UNAVAILABLE`. Throws a `TypeError` naming the option and the environment variable when one is wrong.
 *
 * ```ts
 * const authenticate = supabaseAuth({ url, key: publishableKey })
 * ```
 */
export function supabaseAuth(options: SupabaseAuthOptions): Authenticate<MeetingsUser> {
  const settings = resolveSupabaseAuthOptions(options)
  const { now, timeoutMs } = settings
  const server = authServer(settings)
  const keys = signingKeys({ load: server.keySet, now, timeoutMs })
  const remember = answerMemory({ seconds: settings.cacheSeconds, now, isGood: isPerson })

  const verify = async (text: string): Promise<Person | Refused> => {
    const token = readToken(text)
    if (token === null) return { refused: 'malformed' }
    if (!settings.algorithms.some((algorithm) => algorithm === token.algorithm))
      return { refused: 'algorithm' }
    const here = isCheckedHere(token)
    // Before the signature, so that what cannot count anyway costs nothing. These are the very bytes it covers.
    // Supabase answers for its own issuer where it is asked; some self-hosted ones do not name it.
    const refused = refuseClaims(token.payload, { ...settings, issuerRequired: here }, now())
    if (refused !== null) return { refused }
    const person = here
      ? await verifyHere(token, keys)
      : await remember(text, () => verifyThere(token, server))
    if (isPerson(person) && person.isAnonymous && !settings.allowAnonymous) return { refused: 'anonymous' }
    return person
  }

  const recognise = async (request: Request): Promise<Authenticated | Refused | null> => {
    const credential = findCredential(request.headers, settings.cookieName)
    if (credential === null || 'refused' in credential) return credential
    const person = await verify(credential.token)
    if ('refused' in person) return person
    return { user: userOf(person, settings.emailsAreConfirmed), via: credential.via }
  }

  return async ({ request }) => {
    const result = await recognise(request)
    if (result === null || !('refused' in result)) return result
    tell(settings.onRefused, result.refused)
    return null
  }
}

function isPerson(answer: Person | Refused): answer is Person {
  return !('refused' in answer)
}

/** What watches the door must not break it. */
function tell(onRefused: ((reason: SupabaseRefusal) => void) | undefined, reason: SupabaseRefusal): void {
  try {
    onRefused?.(reason)
  } catch {
    // The answer stays what it is.
  }
}
