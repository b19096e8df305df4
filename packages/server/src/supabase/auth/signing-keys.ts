import type { CryptoKey, JSONWebKeySet } from 'jose'
import { createLocalJWKSet } from 'jose/jwks/local'
import { toMeetingsError } from '../../errors/meetings-error.ts'
import type { Clock } from '../../ports/clock.ts'
import { withinTime } from './within-time.ts'

/** Keys older than this are asked for again before they are used: a key that was withdrawn stops counting. */
const FRESH_MS = 10 * 60_000
/** How long keys go on counting while Supabase cannot be reached. */
const USABLE_MS = 24 * 60 * 60_000
/** The pause between two questions: tokens that name keys nobody has must not become requests to Supabase. */
const PAUSE_MS = 30_000
/** The pause after a failure, for tokens that nobody can check until there is an answer. */
const RETRY_MS = 2000

export interface SigningKeysOptions {
  load: () => Promise<JSONWebKeySet>
  now: Clock
  /** How long one request waits for `load`. */
  timeoutMs: number
}

/** The key a token was signed with; `null` when the project has no such key. Throws when nobody could tell. */
export type SigningKeys = (token: { alg: string; kid: string }) => Promise<CryptoKey | null>

/** A project's public keys: fetched when first needed, kept, and fetched again as rarely as rotation allows. */
export function signingKeys({ load, now, timeoutMs }: SigningKeysOptions): SigningKeys {
  let known: { find: ReturnType<typeof createLocalJWKSet>; at: number } | null = null
  let attempt: Attempt | null = null
  // Absolute: a clock that was set back must not stop the questions.
  const since = (at: number) => Math.abs(now().getTime() - at)

  const reload = (): Promise<unknown> => {
    const current: Attempt = { at: now().getTime(), pending: null, failure: null }
    attempt = current
    current.pending = load()
      .then((keySet) => {
        const find = createLocalJWKSet(keySet)
        // An answer that was given up on and arrives late must not replace a newer one.
        if (attempt === current || known === null) known = { find, at: current.at }
      })
      .catch((failure: unknown) => {
        current.failure = failure
      })
      .then(() => {
        current.pending = null
        return current.failure
      })
    return current.pending
  }

  /** Asks again when it is time to; resolves to why the last question got no answer, `null` when it did. */
  const reloadIfDue = async (pauseMs: number): Promise<unknown> => {
    if (attempt === null) return reload()
    const { at, pending, failure } = attempt
    if (pending === null) return since(at) >= pauseMs ? reload() : failure
    // One question for everybody who waits. Where a cancelled request takes its question along (Workers), the
    // others would wait for ever: each has a limit of its own, and after that the next one asks again.
    return since(at) > timeoutMs ? reload() : withinTime(timeoutMs, () => pending).catch((error) => error)
  }

  const find = async (token: { alg: string; kid: string }) => {
    if (known === null || since(known.at) >= USABLE_MS) return null
    try {
      return await known.find(token)
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_JWKS_NO_MATCHING_KEY') return null
      const error = new Error('supabaseAuth: the project publishes a key that cannot be used.', { cause })
      throw toMeetingsError(error, 'STORE_UNAVAILABLE')
    }
  }

  return async (token) => {
    const key = await find(token)
    if (key !== null && known !== null && since(known.at) < FRESH_MS) return key
    const nobodyCanCheck = key === null && attempt?.failure !== null
    const failure = await reloadIfDue(nobodyCanCheck ? RETRY_MS : PAUSE_MS)
    const current = await find(token)
    if (current === null && failure !== null) throw toMeetingsError(failure, 'STORE_UNAVAILABLE')
    return current
  }
}

interface Attempt {
  at: number
  pending: Promise<unknown> | null
  failure: unknown
}
