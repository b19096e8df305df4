import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose'

/** An account, as Supabase's own `auth.users` has it. */
export interface FakeAccount {
  id: string
  role: string
  email: string
  email_confirmed_at: string | null
  is_anonymous: boolean
  app_metadata: Record<string, unknown>
  user_metadata: Record<string, unknown>
}

export const ANN: FakeAccount = {
  id: '0c000000-0000-4000-8000-000000000001',
  role: 'authenticated',
  email: 'ann@example.org',
  email_confirmed_at: '2026-01-01T00:00:00Z',
  is_anonymous: false,
  app_metadata: { role: 'admin', organization_id: 'org-1' },
  user_metadata: { full_name: 'Ann Example', role: 'owner', organization_id: 'forged' },
}

/** What takes the place of an answer while the service is not well. */
export type Trouble = () => Response | Promise<Response>

/** Never answers, and does not listen when nobody waits any more. */
export const HANGS: Trouble = () => new Promise(() => {})

const PUBLISHABLE_KEY = 'sb_publishable_fake'

/**
 * Supabase Auth, as far as a server that checks tokens meets it: the public keys, whose account a token is, keys that
 * rotate, people who sign out, and days when it is not well. Spoken to over `fetch`; signs like the real one.
 */
export async function fakeAuthServer(options: { now: () => Date; url?: string }) {
  const url = options.url ?? 'https://abcdefghijklmnopqrst.supabase.co'
  const issuer = `${url}/auth/v1`
  const secret = new TextEncoder().encode(`the secret that only ${url} knows`)
  const accounts = new Map<string, FakeAccount>([[ANN.id, ANN]])
  const signedOut = new Set<string>()
  const requests: string[] = []
  let keys: { kid: string; alg: 'ES256' | 'RS256'; privateKey: CryptoKey; jwk: JWK }[] = []
  let trouble: Trouble | null = null

  const addKey = async (kid: string, alg: 'ES256' | 'RS256' = 'ES256') => {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
    keys.push({ kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } })
  }
  await addKey('es-1')

  const now = () => Math.floor(options.now().getTime() / 1000)
  const claimsOf = (account: FakeAccount): Record<string, unknown> => ({
    iss: issuer,
    aud: 'authenticated',
    sub: account.id,
    role: account.role,
    iat: now(),
    exp: now() + 3600,
    session_id: '0d000000-0000-4000-8000-000000000001',
    email: account.email,
    is_anonymous: account.is_anonymous,
    app_metadata: account.app_metadata,
    user_metadata: account.user_metadata,
  })

  const answer = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname.replace('/auth/v1', '')
    const refuse = (status: number, code: string, msg: string) =>
      Response.json({ code: status, error_code: code, msg }, { status })
    if (request.headers.get('apikey') !== PUBLISHABLE_KEY) {
      return Response.json({ message: 'Invalid API key', hint: 'Double check it.' }, { status: 401 })
    }
    if (path === '/.well-known/jwks.json') return Response.json({ keys: keys.map(({ jwk }) => jwk) })
    if (path !== '/user') return refuse(404, 'not_found', 'No such page')
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
    try {
      const publicKeys = createLocalJWKSet({ keys: keys.map(({ jwk }) => jwk) })
      const { payload } = await jwtVerify(
        token,
        (header) => (header.alg === 'HS256' ? secret : publicKeys(header)),
        { currentDate: options.now() },
      )
      const account = accounts.get(payload.sub ?? '')
      if (account === undefined) return refuse(403, 'user_not_found', 'User from sub claim does not exist')
      if (signedOut.has(account.id)) return refuse(403, 'session_not_found', 'Session does not exist')
      return Response.json({ aud: 'authenticated', ...account })
    } catch {
      // The real one repeats pieces of the token, too.
      return refuse(403, 'bad_jwt', `invalid JWT: unable to parse or verify signature of ${token}`)
    }
  }

  return {
    url,
    issuer,
    key: PUBLISHABLE_KEY,
    /** What was asked of it, in order: the paths below `/auth/v1`. */
    requests,
    claimsOf,
    addKey,
    /** Signs with a new key from now on and forgets the others. */
    async rotate(kid: string) {
      keys = []
      await addKey(kid)
    },
    putAccount: (account: FakeAccount) => void accounts.set(account.id, account),
    signOut: (account: FakeAccount) => void signedOut.add(account.id),
    /** `null` makes it well again. */
    setTrouble: (next: Trouble | null) => {
      trouble = next
    },
    fetch: (async (input, init) => {
      const request = new Request(input, init)
      requests.push(new URL(request.url).pathname.replace('/auth/v1', ''))
      return trouble === null ? answer(request) : trouble()
    }) satisfies typeof fetch,

    /** An access token signed with a public key; `wrong` replaces claims, `undefined` removes one. */
    async sign(wrong: Record<string, unknown> = {}, header: { kid?: string; [name: string]: unknown } = {}) {
      const { kid = keys.at(-1)?.kid, ...more } = header
      const key = keys.find((one) => one.kid === kid) ?? keys.at(-1)
      if (key === undefined) throw new Error('There is no key to sign with.')
      return new SignJWT({ ...claimsOf(ANN), ...wrong })
        .setProtectedHeader({ typ: 'JWT', alg: key.alg, ...(kid === undefined ? {} : { kid }), ...more })
        .sign(key.privateKey)
    },
    /** An access token signed with the shared secret. */
    async signWithSecret(wrong: Record<string, unknown> = {}) {
      return new SignJWT({ ...claimsOf(ANN), ...wrong })
        .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
        .sign(secret)
    },
  }
}

export type FakeAuthServer = Awaited<ReturnType<typeof fakeAuthServer>>
