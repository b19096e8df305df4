import { generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { ANN } from '../../../test/fake-auth-server.ts'
import { part, supabaseProject } from '../../../test/supabase-project.ts'
import { createMeetings } from '../../index.ts'
import { fakeVideo, memoryStore } from '../../testing/index.ts'
import type { SupabaseRefusal } from './refusal.ts'

type World = Awaited<ReturnType<typeof world>>

/** What is sent, and why it is refused. */
type Forgery = (world: World) => Promise<HeadersInit>

const SECONDS = Date.parse('2026-11-22T14:00:00Z') / 1000

const FORGERIES: Record<string, [SupabaseRefusal, Forgery]> = {
  'is unsigned (alg none)': [
    'credentials',
    ({ bearer, claims }) => bearer(unsigned({ alg: 'none' }, claims)),
  ],
  'is unsigned (alg nOnE, with a signature)': [
    'algorithm',
    ({ bearer, claims }) => bearer(`${part({ alg: 'nOnE', kid: 'es-1' })}.${part(claims)}.x`),
  ],
  'names no algorithm': [
    'malformed',
    ({ bearer, claims }) => bearer(`${part({ kid: 'es-1' })}.${part(claims)}.x`),
  ],
  'names an algorithm nobody asked for': [
    'algorithm',
    async ({ bearer, claims }) => {
      const { privateKey } = await generateKeyPair('EdDSA')
      return bearer(await sign(claims, { alg: 'EdDSA', kid: 'es-1' }, privateKey))
    },
  ],
  'is signed with the public key as if it were a secret': [
    'rejected',
    async ({ bearer, claims, publicKeyText }) => {
      const secret = new TextEncoder().encode(await publicKeyText())
      return bearer(await sign(claims, { alg: 'HS256', kid: 'es-1' }, secret))
    },
  ],
  'had its algorithm swapped for one of another kind of key': [
    'unknown-key',
    async ({ bearer, sign }) => bearer(withHeader(await sign(), { alg: 'RS256', kid: 'es-1' })),
  ],
  'had its algorithm swapped for the shared secret': [
    'rejected',
    async ({ bearer, sign }) => bearer(withHeader(await sign(), { alg: 'HS256' })),
  ],
  'had its claims changed': [
    'signature',
    async ({ bearer, sign, claims }) => {
      const [head, , signature] = (await sign()).split('.')
      return bearer(`${head}.${part({ ...claims, sub: 'somebody-else' })}.${signature}`)
    },
  ],
  "is signed with another project's key under our key's id": [
    'signature',
    async ({ bearer, claims }) => {
      const { privateKey } = await generateKeyPair('ES256')
      return bearer(await sign(claims, { alg: 'ES256', kid: 'es-1' }, privateKey))
    },
  ],
  'comes from another project': [
    'issuer',
    async ({ bearer, other }) => bearer(await other.sign({ iss: other.issuer })),
  ],
  'comes from another project that says it is ours': [
    'signature',
    async ({ bearer, other, issuer }) => bearer(await other.sign({ iss: issuer })),
  ],
  'brings its own key (jwk)': [
    'signature',
    async ({ bearer, claims }) => {
      const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
      const jwk = await crypto.subtle.exportKey('jwk', publicKey)
      return bearer(await sign(claims, { alg: 'ES256', kid: 'es-1', jwk }, privateKey))
    },
  ],
  'says where its keys are (jku, x5u)': [
    'unknown-key',
    async ({ bearer, sign }) =>
      bearer(
        await sign({}, { kid: 'mine', jku: 'https://evil.example/jwks.json', x5u: 'https://evil.example/x' }),
      ),
  ],
  'has a path for a key id': [
    'unknown-key',
    async ({ bearer, sign }) => bearer(await sign({}, { kid: '../../../dev/null' })),
  ],
  'has an address for a key id': [
    'unknown-key',
    async ({ bearer, sign }) => bearer(await sign({}, { kid: 'https://evil.example/jwks.json' })),
  ],
  'has a key id from the prototype': [
    'unknown-key',
    async ({ bearer, sign }) => bearer(await sign({}, { kid: '__proto__' })),
  ],
  'has no key id': [
    'unknown-key',
    async ({ bearer, sign }) => bearer(withHeader(await sign(), { alg: 'ES256' })),
  ],
  'demands what nobody supports (crit)': [
    'malformed',
    async ({ bearer, sign }) =>
      bearer(withHeader(await sign(), { alg: 'ES256', kid: 'es-1', crit: ['x'], x: 1 })),
  ],
  'does not encode its payload (b64)': [
    'malformed',
    async ({ bearer, sign }) =>
      bearer(withHeader(await sign(), { alg: 'ES256', kid: 'es-1', crit: ['b64'], b64: false })),
  ],
  'has no issuer': ['issuer', claim({ iss: undefined })],
  'has an issuer that only begins like ours': [
    'issuer',
    async ({ bearer, sign, issuer }) => bearer(await sign({ iss: `${issuer}.evil.example` })),
  ],
  'has a list of issuers': [
    'issuer',
    async ({ bearer, sign, issuer }) => bearer(await sign({ iss: [issuer] })),
  ],
  'is for another audience': ['audience', claim({ aud: 'other' })],
  'is for no audience': ['audience', claim({ aud: undefined })],
  'is for a list of other audiences': ['audience', claim({ aud: ['a', 'b'] })],
  'is the publishable key of an older project': ['role', claim({ role: 'anon' })],
  'is the service key': ['role', claim({ role: 'service_role' })],
  'has a list of roles': ['role', claim({ role: ['authenticated'] })],
  'has no role': ['role', claim({ role: undefined })],
  'names nobody': ['subject', claim({ sub: '' })],
  'names nobody but a space': ['subject', claim({ sub: ' ' })],
  'names no text': ['subject', claim({ sub: undefined })],
  'has expired': ['expired', claim({ exp: SECONDS - 5 })],
  'never expires': ['expired', claim({ exp: undefined })],
  'expires at a text': ['expired', unsignedClaim({ exp: `${SECONDS + 60}` })],
  'is not valid yet': ['not-yet-valid', claim({ nbf: SECONDS + 6 })],
  'was issued in the future': ['not-yet-valid', claim({ iat: SECONDS + 6 })],
  'was issued at a text': ['not-yet-valid', unsignedClaim({ iat: 'now' })],
  'was given to another application': ['oauth-client', claim({ client_id: 'partner' })],
  'is of an anonymous sign-in': ['anonymous', claim({ is_anonymous: true })],
  'lost its end': ['credentials', async ({ bearer, sign }) => bearer((await sign()).split('.')[0] ?? '')],
  'lost half of its signature': [
    'signature',
    async ({ bearer, sign }) => bearer((await sign()).slice(0, -43)),
  ],
  'has four parts': ['credentials', async ({ bearer, sign }) => bearer(`${await sign()}.x`)],
  'is huge': ['credentials', async ({ bearer, sign }) => bearer(await sign({ padding: 'a'.repeat(20_000) }))],
  'is nonsense in three parts': ['malformed', ({ bearer }) => bearer('a.b.c')],
  'is a list where an object should be': [
    'malformed',
    ({ bearer }) => bearer(`${part({ alg: 'ES256', kid: 'es-1' })}.${part([])}.x`),
  ],
  'holds bytes that are no text': [
    'malformed',
    async ({ bearer, sign }) => {
      const [head, , signature] = (await sign()).split('.')
      const payload = Buffer.from('{"name":"\xff"}', 'latin1').toString('base64url')
      return bearer(`${head}.${payload}.${signature}`)
    },
  ],
  'holds letters that no token has': ['credentials', ({ bearer }) => bearer('ä.ö.ü')],
  'is padded': ['credentials', async ({ bearer, sign }) => bearer(`${await sign()}==`)],
  'comes twice in one header': [
    'credentials',
    async ({ sign }) => ({ authorization: `Bearer ${await sign()}, Bearer ${await sign()}` }),
  ],
  'comes in two headers': [
    'credentials',
    async ({ sign }) => [
      ['authorization', `Bearer ${await sign()}`],
      ['authorization', `Bearer ${await sign()}`],
    ],
  ],
  'comes beside a password': [
    'credentials',
    async ({ sign }) => [
      ['authorization', 'Basic YTpi'],
      ['authorization', `Bearer ${await sign()}`],
    ],
  ],
  'comes under another scheme': [
    'credentials',
    async ({ sign }) => ({ authorization: `Token ${await sign()}` }),
  ],
  'comes under no scheme': ['credentials', async ({ sign }) => ({ authorization: await sign() })],
  'is missing after its scheme': ['credentials', async () => ({ authorization: 'Bearer ' })],
}

describe('a launch is refused, and the store never asked, when the token', () => {
  it.each(Object.entries(FORGERIES))('%s', async (_what, [reason, forge]) => {
    const all = await world()
    const { meetings, refusals, storeCalls } = all
    const response = await meetings.fetch(
      new Request('https://app.example.com/api/meetings/launch-video', {
        method: 'POST',
        headers: [...new Headers(await forge(all)), ['content-type', 'application/json']],
        body: JSON.stringify({ booking_id: '0b000000-0000-4000-8000-000000000001' }),
      }),
    )
    expect(response.status).toBe(401)
    expect(response.headers.get('x-meetings-error')).toBe('UNAUTHENTICATED')
    expect(refusals).toEqual([reason])
    expect(storeCalls).toEqual([])
  })

  it('is fine, the launch reaches the store', async () => {
    const { meetings, sign, storeCalls } = await world()
    const response = await meetings.fetch(
      new Request('https://app.example.com/api/meetings/bookings', {
        headers: { authorization: `bearer  ${await sign()}` },
      }),
    )
    expect(response.status).toBe(200)
    expect(storeCalls).toEqual(['list'])
  })
})

describe('clocks that differ', () => {
  it.each([
    ['5 seconds', 5, {}],
    ['a minute, where that is allowed', 60, { clockToleranceSeconds: 60 }],
  ])('by less than %s do no harm', async (_what, seconds, options) => {
    const { authenticate, sign } = await supabaseProject(options)
    expect(await authenticate(await sign({ exp: SECONDS - seconds + 1 }))).not.toBeNull()
    expect(await authenticate(await sign({ iat: SECONDS + seconds, nbf: SECONDS + seconds }))).not.toBeNull()
    expect(await authenticate(await sign({ exp: SECONDS - seconds }))).toBeNull()
    expect(await authenticate(await sign({ iat: SECONDS + seconds + 1 }))).toBeNull()
  })
})

/** A project, meetings behind it, and a second project whose people are strangers here. */
async function world() {
  const project = await supabaseProject()
  const other = await supabaseProject({ url: 'https://zyxwvutsrqponmlkjihg.supabase.co' })
  const storeCalls: string[] = []
  const store = new Proxy(memoryStore(), {
    get(target, verb, receiver) {
      const value: unknown = Reflect.get(target, verb, receiver)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        storeCalls.push(String(verb))
        return Reflect.apply(value, target, args)
      }
    },
  })
  const meetings = createMeetings({
    store,
    video: fakeVideo({ now: project.clock.now }),
    authenticate: project.authenticator,
    now: project.clock.now,
  })
  return {
    ...project,
    other,
    meetings,
    storeCalls,
    claims: project.claimsOf(ANN),
    bearer: async (token: string): Promise<HeadersInit> => ({
      // Headers hold bytes: what a browser sends for a letter beyond them.
      authorization: `Bearer ${Buffer.from(token).toString('latin1')}`,
    }),
    publicKeyText: async () =>
      (
        await project.fetch(`${project.issuer}/.well-known/jwks.json`, { headers: { apikey: project.key } })
      ).text(),
  }
}

function claim(wrong: Record<string, unknown>): Forgery {
  return async ({ bearer, sign }) => bearer(await sign(wrong))
}

/** For claims that a library would not sign. */
function unsignedClaim(wrong: Record<string, unknown>): Forgery {
  return async ({ bearer, claims }) =>
    bearer(`${part({ alg: 'ES256', kid: 'es-1' })}.${part({ ...claims, ...wrong })}.x`)
}

function unsigned(header: object, claims: object): string {
  return `${part(header)}.${part(claims)}.`
}

function withHeader(token: string, header: object): string {
  return [part(header), ...token.split('.').slice(1)].join('.')
}

function sign(
  claims: Record<string, unknown>,
  header: { alg: string; kid: string; jwk?: object },
  key: CryptoKey | Uint8Array,
) {
  return new SignJWT(claims).setProtectedHeader(header).sign(key)
}
