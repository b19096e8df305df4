import { createClient, type JwtPayload, type User } from '@supabase/supabase-js'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { MeetingsUser } from '../meetings-user.ts'
import type { Authenticate } from '../ports/authenticate.ts'
import { bearerToken } from './bearer-token.ts'

export interface SupabaseAuthOptions {
  /** `NEXT_PUBLIC_SUPABASE_URL` */
  url: string
  /** `NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY` (the anon key of older projects). Not the secret key. */
  key: string
  /**
   * Say `true` only when the project requires people to confirm their e-mail address. Then an address counts
   * as verified, and makes somebody the customer or guest of bookings made for it. A token cannot tell.
   */
  emailsAreConfirmed?: boolean
  /** Accepted token issuers, when they are not `<url>/auth/v1`: a custom domain, or a local stack behind another name. */
  issuers?: readonly string[]
  /** Replaces the global `fetch`, for tests. */
  fetch?: typeof fetch
}

/** What a verified token says. */
type Claims = Pick<JwtPayload, 'sub' | 'role' | 'aud' | 'iss' | 'email' | 'user_metadata' | 'app_metadata'>

/**
 * Recognises people by their Supabase access token (`Authorization: Bearer ...`). Where the project signs with
 * asymmetric keys, tokens are checked on this machine with the project's cached public keys; with a shared
 * secret, Supabase is asked once per request. `role` and `organizationId` come from `app_metadata`
 * (`role`, `organization_id`) only: people can write their own `user_metadata`.
 */
export function supabaseAuth(options: SupabaseAuthOptions): Authenticate<MeetingsUser> {
  if (!URL.canParse(options.url)) {
    throw new TypeError(
      'supabaseAuth: url is missing or no URL. It usually comes from NEXT_PUBLIC_SUPABASE_URL.',
    )
  }
  if (!options.key) {
    throw new TypeError(
      'supabaseAuth: key is missing. It usually comes from NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY.',
    )
  }
  const issuers = options.issuers ?? [`${options.url.replace(/\/+$/, '')}/auth/v1`]
  const { auth } = createClient(options.url, options.key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    ...(options.fetch ? { global: { fetch: options.fetch } } : {}),
  })

  /** `null` when the token is not valid; throws when nobody could tell. */
  const verify = async (token: string): Promise<Claims | null> => {
    const header = readPart(token, 0)
    const payload = readPart(token, 1)
    if (header === null || payload === null) return null
    if (header.alg === 'RS256' || header.alg === 'ES256') {
      const { data, error } = await auth.getClaims(token)
      assertAnswered(error)
      return data?.claims ?? null
    }
    // Only Supabase knows a shared secret. It answers with the account as it is now, newer than the token.
    const { data, error } = await auth.getUser(token)
    assertAnswered(error)
    return data.user ? claimsOf(data.user, payload) : null
  }

  return async ({ request }) => {
    const token = bearerToken(request)
    const claims = token === null ? null : await verify(token)
    if (claims === null || !isPerson(claims, issuers)) return null
    return { user: toUser(claims, options.emailsAreConfirmed === true), via: 'bearer' }
  }
}

function isPerson(claims: Claims, issuers: readonly string[]): boolean {
  const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  return (
    claims.sub !== '' &&
    // The publishable and the secret key are tokens too, of nobody.
    claims.role === 'authenticated' &&
    audiences.includes('authenticated') &&
    (claims.iss === undefined || issuers.includes(claims.iss))
  )
}

function toUser(claims: Claims, emailsAreConfirmed: boolean): MeetingsUser {
  const name = text(claims.user_metadata?.full_name) ?? text(claims.user_metadata?.name)
  const role = text(claims.app_metadata?.role)
  return {
    id: claims.sub,
    ...(claims.email ? { email: claims.email, emailVerified: emailsAreConfirmed } : {}),
    ...(name === null ? {} : { name }),
    ...(role === null ? {} : { role }),
    organizationId: text(claims.app_metadata?.organization_id),
  }
}

function claimsOf(user: User, payload: Record<string, unknown>): Claims {
  return {
    sub: user.id,
    role: user.role ?? '',
    aud: user.aud,
    email: user.email,
    user_metadata: user.user_metadata,
    app_metadata: user.app_metadata,
    // The signature was checked, so the token's own word on its issuer holds.
    ...(typeof payload.iss === 'string' ? { iss: payload.iss } : {}),
  } as Claims
}

/** A sign-in service that is down must not look like a signed-out person. */
function assertAnswered(error: { name: string; message: string; status?: number | undefined } | null): void {
  if (error === null) return
  if (error.name === 'AuthRetryableFetchError' || error.status === 429 || (error.status ?? 0) >= 500) {
    throw new MeetingsError('STORE_UNAVAILABLE', { cause: error })
  }
  if (/api key/i.test(error.message)) {
    throw new Error('supabaseAuth: the project refuses the key. Check that url and key belong together.', {
      cause: error,
    })
  }
}

function readPart(token: string, index: number): Record<string, unknown> | null {
  try {
    const part = (token.split('.')[index] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(part), (char) => char.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
