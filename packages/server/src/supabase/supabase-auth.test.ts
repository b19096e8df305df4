import { describe, expect, it } from 'vitest'
import { isMeetingsError } from '../index.ts'
import { type SupabaseAuthOptions, supabaseAuth } from './index.ts'

// supabase-js keeps the keys it fetched per host, for the whole process: every project here has its own.
let projects = 0
const claims = {
  sub: '0c000000-0000-4000-8000-000000000001',
  role: 'authenticated',
  aud: 'authenticated',
  exp: Math.floor(Date.now() / 1000) + 600,
  email: 'ann@example.org',
  user_metadata: { full_name: 'Ann Example', role: 'admin', organization_id: 'forged' },
  app_metadata: { role: 'admin', organization_id: 'org-1' },
}

describe('supabaseAuth with asymmetric keys', () => {
  it('recognises a person without asking Supabase more than once for the keys', async () => {
    const { authenticate, requests, sign } = await project()
    const token = await sign(claims)
    expect(await authenticate(token)).toEqual({
      via: 'bearer',
      user: {
        id: claims.sub,
        email: 'ann@example.org',
        emailVerified: false,
        name: 'Ann Example',
        role: 'admin',
        organizationId: 'org-1',
      },
    })
    await authenticate(token)
    expect(requests).toEqual(['/auth/v1/.well-known/jwks.json'])
  })

  it('believes app_metadata only: people write their own user_metadata', async () => {
    const { authenticate, sign } = await project()
    const result = await authenticate(await sign({ ...claims, app_metadata: {} }))
    expect(result?.user.role).toBeUndefined()
    expect(result?.user.organizationId).toBeNull()
  })

  it('takes addresses for verified only where the project confirms them', async () => {
    const { authenticate, sign } = await project({ emailsAreConfirmed: true })
    expect((await authenticate(await sign(claims)))?.user.emailVerified).toBe(true)
  })

  it.each<[string, Record<string, unknown>]>([
    ['has expired', { exp: Math.floor(Date.now() / 1000) - 1 }],
    ['belongs to nobody', { role: 'anon' }],
    ['is the service key', { role: 'service_role' }],
    ['is for another audience', { aud: 'other' }],
    ['comes from another project', { iss: 'https://other.supabase.co/auth/v1' }],
    ['names nobody', { sub: '' }],
  ])('knows nobody when the token %s', async (_what, wrong) => {
    const { authenticate, sign } = await project()
    expect(await authenticate(await sign({ ...claims, ...wrong }))).toBeNull()
  })

  it('takes other issuers when it is told to', async () => {
    const iss = 'https://auth.example.com/auth/v1'
    const { authenticate, sign } = await project({ issuers: [iss] })
    expect(await authenticate(await sign({ ...claims, iss }))).not.toBeNull()
    expect(await authenticate(await sign(claims))).toBeNull()
  })

  it('knows nobody when the token was changed or signed by somebody else', async () => {
    const { authenticate, sign } = await project()
    const [header, , signature] = (await sign(claims)).split('.')
    const forged = base64url({ ...claims, sub: 'somebody-else' })
    expect(await authenticate(`${header}.${forged}.${signature}`)).toBeNull()
    const other = await project()
    expect(await authenticate(await other.sign(claims))).toBeNull()
  })

  it.each([
    ['no header', undefined],
    ['another scheme', 'Basic YTpi'],
    ['nothing', 'Bearer '],
    ['no token', 'Bearer nonsense'],
    ['three parts of nonsense', 'Bearer a.b.c'],
    ['a token without a signature', `Bearer ${base64url({ alg: 'none' })}.${base64url(claims)}.`],
    ['a very long token', `Bearer ${'a'.repeat(9000)}.b.c`],
  ])('knows nobody when there is %s', async (_what, authorization) => {
    const { authenticateHeader } = await project()
    expect(await authenticateHeader(authorization)).toBeNull()
  })

  it('knows nobody when a token asks to be believed without a signature', async () => {
    const { authenticate, requests } = await project()
    const token = `${base64url({ alg: 'none', typ: 'JWT', kid: 'key-1' })}.${base64url(claims)}.x`
    expect(await authenticate(token)).toBeNull()
    expect(requests).toEqual(['/auth/v1/user'])
  })

  it('says that nobody could tell when the keys cannot be had', async () => {
    const { authenticate, sign } = await project({}, () => new Response('down', { status: 503 }))
    const refused = authenticate(await sign(claims))
    await expect(refused).rejects.toSatisfy(isMeetingsError)
    await expect(refused).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })
})

describe('supabaseAuth with a shared secret', () => {
  const token = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(claims)}.c2ln`
  const account = {
    id: claims.sub,
    aud: 'authenticated',
    role: 'authenticated',
    email: 'ann@example.org',
    user_metadata: { name: 'Ann Newname' },
    app_metadata: { role: 'member', organization_id: 'org-2' },
  }

  it('asks Supabase once and takes the account as it is now', async () => {
    const { authenticate, requests } = await project({}, () => Response.json(account))
    expect((await authenticate(token))?.user).toMatchObject({
      id: claims.sub,
      name: 'Ann Newname',
      role: 'member',
      organizationId: 'org-2',
    })
    expect(requests).toEqual(['/auth/v1/user'])
  })

  it('knows nobody when Supabase does not', async () => {
    const { authenticate } = await project({}, () =>
      Response.json({ code: 403, error_code: 'bad_jwt', msg: 'invalid JWT' }, { status: 403 }),
    )
    expect(await authenticate(token)).toBeNull()
  })

  it.each([
    ['is down', () => new Response('', { status: 502 })],
    ['is out of reach', () => Promise.reject(new TypeError('fetch failed'))],
    ['asks for patience', () => Response.json({ msg: 'slow down' }, { status: 429 })],
  ])('says that nobody could tell when Supabase %s', async (_what, answer) => {
    const { authenticate } = await project({}, answer)
    await expect(authenticate(token)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
  })

  it('says that the key is wrong, not that everybody is signed out', async () => {
    const { authenticate } = await project({}, () =>
      Response.json({ message: 'Invalid API key' }, { status: 401 }),
    )
    await expect(authenticate(token)).rejects.toThrow(/refuses the key/)
  })
})

describe('supabaseAuth', () => {
  it.each([
    [{ url: undefined, key: 'k' }, /url.*NEXT_PUBLIC_SUPABASE_URL/],
    [{ url: 'project', key: 'k' }, /url/],
    [{ url: 'https://project.supabase.co', key: '' }, /key.*NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY/],
  ])('refuses %j and says where the right one comes from', (options, message) => {
    expect(() => supabaseAuth(options as SupabaseAuthOptions)).toThrow(message)
  })
})

/** A Supabase project with an ES256 key; `answer` replaces what it says. */
async function project(
  options: Partial<SupabaseAuthOptions> = {},
  answer?: () => Response | Promise<Response>,
) {
  const url = `https://project-${++projects}.supabase.co`
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const jwk = { ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: 'key-1', alg: 'ES256' }
  const requests: string[] = []
  const authenticator = supabaseAuth({
    url,
    key: 'sb_publishable_x',
    ...options,
    fetch: async (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input)
      requests.push(pathname)
      if (answer) return answer()
      if (pathname.endsWith('/jwks.json')) return Response.json({ keys: [jwk] })
      return Response.json({ error_code: 'bad_jwt', msg: 'invalid JWT' }, { status: 403 })
    },
  })
  const authenticateHeader = async (authorization: string | undefined) =>
    authenticator({
      request: new Request('https://app.example.com', authorization ? { headers: { authorization } } : {}),
      context: undefined,
    })
  return {
    requests,
    authenticateHeader,
    authenticate: (token: string) => authenticateHeader(`Bearer ${token}`),
    sign: async (payload: object) => {
      const text = `${base64url({ alg: 'ES256', typ: 'JWT', kid: 'key-1' })}.${base64url({ iss: `${url}/auth/v1`, ...payload })}`
      const hash = { name: 'ECDSA', hash: 'SHA-256' }
      const signature = await crypto.subtle.sign(hash, pair.privateKey, new TextEncoder().encode(text))
      return `${text}.${Buffer.from(signature).toString('base64url')}`
    },
  }
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
