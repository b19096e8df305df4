import type { JSONWebKeySet } from 'jose'
import * as z from 'zod'
import { MeetingsError } from '../../errors/meetings-error.ts'
import { withinTime } from './within-time.ts'

/** A person's account as Supabase has it now. */
export type Account = z.output<typeof accountSchema>

/** The two questions we ask of Supabase Auth. Both throw when there was no answer; what they throw is safe to log. */
export interface AuthServer {
  /** The public keys the project signs with. */
  keySet(): Promise<JSONWebKeySet>
  /** Whose token this is; `null` when Supabase refuses it. */
  account(token: string): Promise<Account | null>
}

export interface AuthServerOptions {
  /** Where Supabase Auth lives: `https://<project>.supabase.co/auth/v1`. */
  baseUrl: string
  key: string
  timeoutMs: number
  fetch: typeof fetch
}

const metadata = z.record(z.string(), z.unknown()).nullish()
const accountSchema = z.object({
  id: z.string().min(1),
  role: z.string().nullish(),
  email: z.string().nullish(),
  email_confirmed_at: z.string().nullish(),
  is_anonymous: z.boolean().nullish(),
  app_metadata: metadata,
  user_metadata: metadata,
})
const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })
const failureSchema = z.object({ code: z.unknown(), error_code: z.unknown(), message: z.unknown() }).partial()

/**
 * Supabase Auth, by its two addresses that matter here. Not by supabase-js: a server that checks tokens needs no
 * session, storage or realtime client (docs/decisions/0007).
 */
export function authServer({ baseUrl, key, timeoutMs, fetch }: AuthServerOptions): AuthServer {
  const get = async (path: string, headers: Record<string, string>) => {
    const name = `GET ${new URL(baseUrl).pathname}${path}`
    try {
      return await withinTime(timeoutMs, async (signal) => {
        // Not followed: the token is for this address and no other.
        const init = { headers: { apikey: key, ...headers }, redirect: 'manual', signal } as const
        const response = await fetch(baseUrl + path, init)
        return { name, status: response.status, body: parseJson(await response.text()) }
      })
    } catch (thrown) {
      throw unavailable(`${name} failed: ${nameOf(thrown)}`)
    }
  }

  return {
    async keySet() {
      const { name, status, body } = await get('/.well-known/jwks.json', {})
      const keys = keySetSchema.safeParse(body)
      if (status !== 200 || !keys.success) throw unavailable(`${name} answered ${status} without a key set`)
      return keys.data
    },

    async account(token) {
      const { name, status, body } = await get('/user', { authorization: `Bearer ${token}` })
      if (status === 200) {
        const account = accountSchema.safeParse(body)
        if (!account.success) throw unavailable(`${name} answered without an account`)
        return account.data
      }
      const failure = failureSchema.safeParse(body).data ?? {}
      const refusesTheKey = /api key/i.test(String(failure.message))
      if (refusesTheKey) {
        throw new MeetingsError('CONFIG_INVALID', {
          cause: new Error(
            'supabaseAuth: the project refuses the key. Check that url and key belong together.',
          ),
        })
      }
      const isGone = status === 404 && [failure.error_code, failure.code].includes('user_not_found')
      if (status === 400 || status === 401 || status === 403 || isGone) return null
      throw unavailable(`${name} answered ${status}`)
    },
  }
}

/** A sign-in service that is down must not look like a signed-out person. */
function unavailable(what: string): MeetingsError {
  return new MeetingsError('STORE_UNAVAILABLE', { cause: new Error(`supabaseAuth: ${what}.`) })
}

/** What kind of failure it was. Messages stay out: they can repeat what was sent, and that was a token. */
function nameOf(thrown: unknown): string {
  const words: unknown[] = []
  if (thrown instanceof Error) {
    words.push(thrown.name)
    if (thrown.cause instanceof Error && 'code' in thrown.cause) words.push(thrown.cause.code)
  }
  const safe = words.filter((word) => typeof word === 'string' && /^\w{1,40}$/.test(word))
  return safe.length === 0 ? 'unknown error' : safe.join(', ')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
