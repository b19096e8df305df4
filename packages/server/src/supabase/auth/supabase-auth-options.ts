import type { Clock } from '../../ports/clock.ts'
import { checkProjectKey } from './check-project-key.ts'
import type { SupabaseRefusal } from './refusal.ts'
import { resolveProjectUrl } from './resolve-project-url.ts'

/** What Supabase signs sessions with. `HS256` is the shared secret, which only Supabase itself can check. */
export const TOKEN_ALGORITHMS = ['ES256', 'RS256', 'HS256'] as const

export type TokenAlgorithm = (typeof TOKEN_ALGORITHMS)[number]

export interface SupabaseAuthOptions {
  /** `NEXT_PUBLIC_SUPABASE_URL` */
  url: string
  /** `NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY` (the anon key of older projects). Never the secret key. */
  key: string
  /**
   * Say `true` only when the project requires people to confirm their e-mail address. Then an address counts
   * as verified, and makes somebody the customer or guest of bookings made for it. A token cannot tell.
   */
  emailsAreConfirmed?: boolean
  /**
   * Also takes the session that `@supabase/ssr` keeps in cookies, for requests without an `Authorization` header.
   * `{ name }` is the `cookieOptions.name` the app gave it. The session is never renewed here: the app's middleware
   * does that. Default `false`.
   */
  cookies?: boolean | { name: string }
  /** Whether anonymous sign-ins count as people. Default `false`. */
  allowAnonymous?: boolean
  /** Accepted token issuers, when they are not `<url>/auth/v1`: a custom domain, or a local stack behind another name. */
  issuers?: readonly string[]
  /**
   * Default: all three. A project that has left its shared secret behind says `['ES256']` (or `['RS256']`): then no
   * token, however made, turns into a request to Supabase.
   */
  algorithms?: readonly TokenAlgorithm[]
  /** Applications that may act for people when Supabase is their OAuth server, by client id. Default: none. */
  oauthClients?: readonly string[]
  /**
   * How far this server's clock and Supabase's may be apart, 0 to 60 seconds. Default 5. A token counts this much
   * longer than it says.
   */
  clockToleranceSeconds?: number
  /**
   * How long Supabase's word on a token signed with the shared secret is remembered, 0 to 300 seconds. Default 0: it
   * is asked every time, and who signs out is out at once. Other tokens cost no request, so this does not concern them.
   */
  cacheSeconds?: number
  /** How long to wait for Supabase, 1 to 60000 milliseconds. Default 5000. After that the answer is a retryable 503. */
  timeoutMs?: number
  /** Allows `http:` to a host outside of this machine and its private network. Who sits in between can then be anybody. */
  allowInsecureUrl?: boolean
  /** Told why a credential was refused, with nothing of it: for a log line or a counter. */
  onRefused?: (reason: SupabaseRefusal) => void
  /** Replaces the global `fetch`, for tests. */
  fetch?: typeof fetch
  /** This server's clock. Default: the system's. */
  now?: Clock
}

/** The options with every default filled in. Throws a `TypeError` that names the option that is wrong. */
export function resolveSupabaseAuthOptions(options: SupabaseAuthOptions) {
  const url = resolveProjectUrl(options.url, options.allowInsecureUrl === true)
  checkProjectKey(options.key, url)
  const baseUrl = `${url.href.replace(/\/+$/, '')}/auth/v1`
  return {
    baseUrl,
    key: options.key,
    emailsAreConfirmed: options.emailsAreConfirmed === true,
    cookieName: cookieName(options.cookies ?? false, url),
    allowAnonymous: options.allowAnonymous === true,
    issuers: words('issuers', options.issuers ?? [baseUrl], 1),
    algorithms: algorithms(options.algorithms ?? TOKEN_ALGORITHMS),
    oauthClients: words('oauthClients', options.oauthClients ?? [], 0),
    clockToleranceSeconds: wholeNumber('clockToleranceSeconds', options.clockToleranceSeconds ?? 5, [0, 60]),
    cacheSeconds: wholeNumber('cacheSeconds', options.cacheSeconds ?? 0, [0, 300]),
    timeoutMs: wholeNumber('timeoutMs', options.timeoutMs ?? 5000, [1, 60_000]),
    onRefused: options.onRefused,
    // Asked for at each call: what replaces the global one later is meant too.
    fetch: options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init)),
    now: options.now ?? (() => new Date()),
  }
}

/** The name that supabase-js gives a project's session, unless the app chose another. */
function cookieName(cookies: boolean | { name: string }, url: URL): string | null {
  if (cookies === false) return null
  if (cookies === true) return `sb-${url.hostname.split('.')[0]}-auth-token`
  if (typeof cookies?.name === 'string' && /^[\w.!#$%&'*+^`|~-]+$/.test(cookies.name)) return cookies.name
  return fail("cookies must be true, false or { name }, with the name of the session's cookie")
}

function algorithms(names: readonly TokenAlgorithm[]): readonly TokenAlgorithm[] {
  if (names.length > 0 && names.every((name) => TOKEN_ALGORITHMS.includes(name))) return names
  return fail(`algorithms must name at least one of ${TOKEN_ALGORITHMS.join(', ')}`)
}

function words(option: string, values: readonly string[], least: number): readonly string[] {
  const areWords = Array.isArray(values) && values.every((value) => typeof value === 'string' && value !== '')
  return areWords && values.length >= least ? values : fail(`${option} must be a list of texts`)
}

function wholeNumber(option: string, value: number, [least, most]: readonly [number, number]): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  return fail(`${option} must be a whole number from ${least} to ${most}`)
}

function fail(problem: string): never {
  throw new TypeError(`supabaseAuth: ${problem}.`)
}
