import { describe, expect, it } from 'vitest'
import { ANN } from '../../../test/fake-auth-server.ts'
import { supabaseProject } from '../../../test/supabase-project.ts'

const ANN_AS_USER = {
  id: ANN.id,
  email: 'ann@example.org',
  emailVerified: false,
  name: 'Ann Example',
  role: 'admin',
  organizationId: 'org-1',
}

describe('supabaseAuth with asymmetric keys', () => {
  it.each(['ES256', 'RS256'] as const)(
    'recognises a person by an %s token, and asks for the keys once',
    async (alg) => {
      const { authenticate, sign, addKey, requests } = await supabaseProject()
      await addKey('key-2', alg)
      const token = await sign()
      expect(await authenticate(token)).toEqual({ via: 'bearer', user: ANN_AS_USER })
      await authenticate(token)
      expect(requests).toEqual(['/.well-known/jwks.json'])
    },
  )

  it('believes app_metadata only: people write their own user_metadata', async () => {
    const { authenticate, sign } = await supabaseProject()
    const result = await authenticate(await sign({ app_metadata: {} }))
    expect(result?.user.role).toBeUndefined()
    expect(result?.user.organizationId).toBeNull()
  })

  it('takes addresses for verified only where the project confirms them', async () => {
    const { authenticate, sign } = await supabaseProject({ emailsAreConfirmed: true })
    expect((await authenticate(await sign()))?.user.emailVerified).toBe(true)
  })

  it('shortens a name that is no name', async () => {
    const { authenticate, sign } = await supabaseProject()
    const result = await authenticate(await sign({ user_metadata: { name: '😀'.repeat(900) } }))
    expect(result?.user.name).toBe('😀'.repeat(200))
  })

  it.each<[string, Record<string, unknown>]>([
    ['claims of odd kinds', { email: 7, app_metadata: 'admin', user_metadata: null }],
    [
      'no claims but the needed ones',
      { email: undefined, app_metadata: undefined, user_metadata: undefined },
    ],
  ])('makes nothing of %s', async (_what, claims) => {
    const { authenticate, sign } = await supabaseProject()
    expect((await authenticate(await sign(claims)))?.user).toEqual({ id: ANN.id, organizationId: null })
  })

  it('takes other issuers when it is told to', async () => {
    const iss = 'https://auth.example.com/auth/v1'
    const { authenticate, sign } = await supabaseProject({ issuers: [iss] })
    expect(await authenticate(await sign({ iss }))).not.toBeNull()
    expect(await authenticate(await sign())).toBeNull()
  })

  it('takes tokens given to other applications only when it is told which', async () => {
    const { authenticate, sign, refusals } = await supabaseProject({ oauthClients: ['partner'] })
    expect(await authenticate(await sign({ client_id: 'partner' }))).not.toBeNull()
    expect(await authenticate(await sign({ client_id: 'somebody' }))).toBeNull()
    expect(refusals).toEqual(['oauth-client'])
  })

  it('takes anonymous sign-ins only when it is told to', async () => {
    const strict = await supabaseProject()
    expect(await strict.authenticate(await strict.sign({ is_anonymous: true }))).toBeNull()
    expect(strict.refusals).toEqual(['anonymous'])
    const open = await supabaseProject({ allowAnonymous: true })
    expect(await open.authenticate(await open.sign({ is_anonymous: true }))).not.toBeNull()
  })
})

describe('supabaseAuth with a shared secret', () => {
  it('asks Supabase each time and takes the account as it is now', async () => {
    const { authenticate, signWithSecret, putAccount, requests } = await supabaseProject()
    const token = await signWithSecret()
    expect((await authenticate(token))?.user).toEqual(ANN_AS_USER)
    putAccount({ ...ANN, user_metadata: { name: 'Ann Newname' }, app_metadata: { role: 'member' } })
    expect((await authenticate(token))?.user).toMatchObject({ name: 'Ann Newname', role: 'member' })
    expect(requests).toEqual(['/user', '/user'])
  })

  it('knows nobody any more after they signed out', async () => {
    const { authenticate, signWithSecret, signOut, refusals } = await supabaseProject()
    const token = await signWithSecret()
    expect(await authenticate(token)).not.toBeNull()
    signOut(ANN)
    expect(await authenticate(token)).toBeNull()
    expect(refusals).toEqual(['rejected'])
  })

  it.each([
    ['confirmed', '2026-01-01T00:00:00Z', true],
    ['not confirmed', null, false],
  ])('takes an address that is %s for what it is', async (_what, email_confirmed_at, emailVerified) => {
    const { authenticate, signWithSecret, putAccount } = await supabaseProject({ emailsAreConfirmed: true })
    putAccount({ ...ANN, email_confirmed_at })
    expect((await authenticate(await signWithSecret()))?.user.emailVerified).toBe(emailVerified)
  })

  it('takes a token that names no issuer, which the project itself vouches for', async () => {
    const { authenticate, signWithSecret } = await supabaseProject()
    expect(await authenticate(await signWithSecret({ iss: undefined }))).not.toBeNull()
  })

  it.each([
    ['another person', { id: '0c000000-0000-4000-8000-000000000002' }],
    ['no person', { role: 'service_role' }],
    ['an anonymous one', { is_anonymous: true }],
  ])('knows nobody when the account is of %s', async (_what, change) => {
    const { authenticate, signWithSecret, setTrouble } = await supabaseProject()
    setTrouble(() => Response.json({ ...ANN, ...change }))
    expect(await authenticate(await signWithSecret())).toBeNull()
  })

  it('asks nothing when the project has left its secret behind', async () => {
    const { authenticate, signWithSecret, sign, requests, refusals } = await supabaseProject({
      algorithms: ['ES256'],
    })
    expect(await authenticate(await signWithSecret())).toBeNull()
    expect(refusals).toEqual(['algorithm'])
    expect(await authenticate(await sign())).not.toBeNull()
    expect(requests).toEqual(['/.well-known/jwks.json'])
  })
})

describe('supabaseAuth with cacheSeconds', () => {
  it('asks once for a token that comes again within that time', async () => {
    const { authenticate, signWithSecret, clock, requests } = await supabaseProject({ cacheSeconds: 30 })
    const token = await signWithSecret()
    await authenticate(token)
    clock.advance(29_999)
    expect((await authenticate(token))?.user).toEqual(ANN_AS_USER)
    expect(requests).toEqual(['/user'])
    clock.advance(1)
    await authenticate(token)
    expect(requests).toEqual(['/user', '/user'])
  })

  it('sees a sign-out that much later, and no later', async () => {
    const { authenticate, signWithSecret, signOut, clock } = await supabaseProject({ cacheSeconds: 30 })
    const token = await signWithSecret()
    await authenticate(token)
    signOut(ANN)
    expect(await authenticate(token)).not.toBeNull()
    clock.advance(30_000)
    expect(await authenticate(token)).toBeNull()
  })

  it('remembers nobody past the end of their token', async () => {
    const { authenticate, signWithSecret, clock, refusals } = await supabaseProject({
      cacheSeconds: 300,
      clockToleranceSeconds: 0,
    })
    const token = await signWithSecret({ exp: clock.now().getTime() / 1000 + 10 })
    expect(await authenticate(token)).not.toBeNull()
    clock.advance(10_000)
    expect(await authenticate(token)).toBeNull()
    expect(refusals).toEqual(['expired'])
  })

  it('does not remember who was refused, so that forgeries push nobody out', async () => {
    const { authenticate, signWithSecret, requests } = await supabaseProject({ cacheSeconds: 30 })
    const token = await signWithSecret()
    await authenticate(token)
    const head = token.slice(0, token.lastIndexOf('.'))
    for (let i = 0; i < 1200; i++) await authenticate(`${head}.forged-${i}`)
    const before = requests.length
    expect(await authenticate(token)).not.toBeNull()
    expect(requests.length).toBe(before)
  })

  it('keeps the last thousand answers and no more', async () => {
    const { authenticate, signWithSecret, requests } = await supabaseProject({ cacheSeconds: 300 })
    const first = await signWithSecret()
    await authenticate(first)
    for (let i = 0; i < 1000; i++) await authenticate(await signWithSecret({ jti: String(i) }))
    expect(requests).toHaveLength(1001)
    await authenticate(first)
    expect(requests).toHaveLength(1002)
  })
})
