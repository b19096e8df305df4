import { type SupabaseRefusal, supabaseAuth } from '@meetings/server/supabase'
import { createServerClient, serializeCookieHeader } from '@supabase/ssr'
import { createClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalSupabase, startLocalSupabase } from '../../supabase/start-local-supabase.ts'

let supabase: LocalSupabase
beforeAll(async () => {
  supabase = await startLocalSupabase([])
})
afterAll(() => supabase.close())

/** `supabaseAuth` for the local Supabase, which signs with a shared secret. */
function world(options: { key?: string; cookies?: boolean } = {}) {
  const refusals: SupabaseRefusal[] = []
  const authenticate = supabaseAuth({
    url: supabase.url,
    key: supabase.publishableKey,
    emailsAreConfirmed: true,
    fetch: supabase.fetch,
    onRefused: (reason) => refusals.push(reason),
    ...options,
  })
  const send = async (headers: HeadersInit) =>
    authenticate({ request: new Request('https://app.example.com', { headers }), context: undefined })
  return { refusals, send, sendToken: (token: string) => send({ authorization: `Bearer ${token}` }) }
}

describe('supabaseAuth and a Supabase that people really sign in to', () => {
  it('recognise a person, with what only the backend may write', async () => {
    const { sendToken } = world()
    const appMetadata = { role: 'admin', organization_id: 'org-1' }
    const ann = await supabase.signUp({ email: 'ann@example.org', name: 'Ann', appMetadata })
    expect(await sendToken(ann.accessToken)).toEqual({
      via: 'bearer',
      user: {
        id: ann.id,
        email: 'ann@example.org',
        emailVerified: true,
        name: 'Ann',
        role: 'admin',
        organizationId: 'org-1',
      },
    })
  })

  it('let go of a person who signed out', async () => {
    const { sendToken, refusals } = world()
    const client = createClient(supabase.url, supabase.publishableKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { fetch: supabase.fetch },
    })
    const { data } = await client.auth.signUp({ email: 'bob@example.org', password: 'local-password' })
    const token = data.session?.access_token ?? ''
    expect(await sendToken(token)).not.toBeNull()
    await client.auth.signOut()
    expect(await sendToken(token)).toBeNull()
    expect(refusals).toEqual(['rejected'])
  })

  it('refuse a token whose signature was changed', async () => {
    const { sendToken, refusals } = world()
    const { accessToken } = await supabase.signUp({ email: 'cas@example.org', name: 'Cas' })
    expect(await sendToken(`${accessToken.slice(0, -8)}AAAAAAAA`)).toBeNull()
    expect(refusals).toEqual(['rejected'])
  })

  it('say that the key is wrong', async () => {
    const { accessToken } = await supabase.signUp({ email: 'dan@example.org', name: 'Dan' })
    await expect(world({ key: 'sb_publishable_wrong' }).sendToken(accessToken)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    })
  })

  it('recognise a person whose session @supabase/ssr keeps in cookies', async () => {
    const { id } = await supabase.signUp({ email: 'eve@example.org', name: 'Eve' })
    const jar: string[] = []
    const client = createServerClient(supabase.url, supabase.publishableKey, {
      global: { fetch: supabase.fetch },
      cookies: {
        getAll: () => [],
        setAll: (cookies) => {
          jar.push(
            ...cookies.map(
              ({ name, value, options }) => serializeCookieHeader(name, value, options).split(';')[0] ?? '',
            ),
          )
        },
      },
    })
    const { error } = await client.auth.signInWithPassword({
      email: 'eve@example.org',
      password: 'local-password',
    })
    expect(error).toBeNull()
    const cookie = jar.join('; ')
    expect(await world({ cookies: true }).send({ cookie })).toMatchObject({ via: 'cookie', user: { id } })
    expect(await world().send({ cookie })).toBeNull()
  })
})
