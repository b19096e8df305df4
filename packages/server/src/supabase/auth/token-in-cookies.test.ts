import { createServerClient, serializeCookieHeader } from '@supabase/ssr'
import { describe, expect, it } from 'vitest'
import { ANN } from '../../../test/fake-auth-server.ts'
import { supabaseProject } from '../../../test/supabase-project.ts'
import { createMeetings } from '../../index.ts'
import { fakeVideo, memoryStore } from '../../testing/index.ts'

/** After every clock of this test, and of the machine it runs on. */
const LATER = Date.parse('2100-01-01') / 1000

type Project = Awaited<ReturnType<typeof supabaseProject>>

/** The `Cookie` header of a browser after the real `@supabase/ssr` signed somebody in on its server. */
async function cookiesOfSsr(
  { url, key, fetch }: Project,
  token: string,
  options: { name?: string; encoding?: 'raw' | 'base64url' } = {},
): Promise<string> {
  const jar = new Map<string, string>()
  const client = createServerClient(url, key, {
    ...(options.name ? { cookieOptions: { name: options.name } } : {}),
    ...(options.encoding ? { cookieEncoding: options.encoding } : {}),
    global: { fetch },
    cookies: {
      getAll: () => [],
      setAll: (cookies) => {
        for (const { name, value, options: attributes } of cookies) {
          const [pair = ''] = serializeCookieHeader(name, value, attributes).split(';')
          jar.set(name, pair)
        }
      },
    },
  })
  const { error } = await client.auth.setSession({ access_token: token, refresh_token: 'a-refresh-token' })
  if (error) throw error
  return [...jar.values()].join('; ')
}

describe('supabaseAuth with cookies that @supabase/ssr wrote', () => {
  it.each([
    ['in one cookie', {}, 'sb-abcdefghijklmnopqrst-auth-token='],
    [
      'in pieces',
      { user_metadata: { full_name: 'Ann Éxample', about: '猫'.repeat(1500) } },
      '-auth-token.1=',
    ],
  ])('recognises a person whose session is %s', async (_what, claims, written) => {
    const project = await supabaseProject({ cookies: true })
    const cookie = await cookiesOfSsr(project, await project.sign({ exp: LATER, ...claims }))
    expect(cookie).toContain(written)
    const result = await project.send({ cookie: `theme=dark; ${cookie}; x=y` })
    expect(result).toMatchObject({ via: 'cookie', user: { id: ANN.id } })
  })

  it('reads sessions that are not encoded', async () => {
    const project = await supabaseProject({ cookies: true })
    const cookie = await cookiesOfSsr(project, await project.sign({ exp: LATER }), { encoding: 'raw' })
    expect(cookie).not.toContain('base64-')
    expect((await project.send({ cookie }))?.user.id).toBe(ANN.id)
  })

  it('reads the cookie under the name that the app gave it, and under no other', async () => {
    const project = await supabaseProject({ cookies: { name: 'session' } })
    const token = await project.sign({ exp: LATER })
    const cookie = await cookiesOfSsr(project, token, { name: 'session' })
    expect((await project.send({ cookie }))?.via).toBe('cookie')
    expect(await project.send({ cookie: await cookiesOfSsr(project, token) })).toBeNull()
  })

  it('does not look at them unless it is told to', async () => {
    const project = await supabaseProject()
    const cookie = await cookiesOfSsr(project, await project.sign({ exp: LATER }))
    expect(await project.send({ cookie })).toBeNull()
    expect(project.refusals).toEqual([])
  })

  it('does not renew a session that has expired, nor ask anybody about it', async () => {
    const project = await supabaseProject({ cookies: true })
    const cookie = await cookiesOfSsr(project, await project.sign({ exp: LATER }))
    project.clock.set('2100-01-01T00:00:05Z')
    project.requests.length = 0
    expect(await project.send({ cookie })).toBeNull()
    expect(project.refusals).toEqual(['expired'])
    expect(project.requests).toEqual([])
  })

  it('lets a bearer token decide alone, good or bad', async () => {
    const project = await supabaseProject({ cookies: true })
    const cookie = await cookiesOfSsr(project, await project.sign({ exp: LATER }))
    const good = await project.send({ cookie, authorization: `Bearer ${await project.sign()}` })
    expect(good?.via).toBe('bearer')
    expect(
      await project.send({ cookie, authorization: `Bearer ${await project.sign({ exp: 1 })}` }),
    ).toBeNull()
    expect(await project.send({ cookie, authorization: 'Bearer nonsense' })).toBeNull()
    expect(await project.send({ cookie, authorization: '' })).toBeNull()
  })

  it('does not mind what comes twice beside the session', async () => {
    const project = await supabaseProject({ cookies: true })
    const cookie = await cookiesOfSsr(project, await project.sign({ exp: LATER }))
    const others = 'sb-abcdefghijklmnopqrst-auth-token-code-verifier=a; theme=dark'
    expect((await project.send({ cookie: `${others}; ${others}; ${cookie}` }))?.via).toBe('cookie')
  })

  it('looks past the password of a staging site', async () => {
    const project = await supabaseProject({ cookies: true })
    const cookie = await cookiesOfSsr(project, await project.sign({ exp: LATER }))
    expect((await project.send({ cookie, authorization: 'Basic YTpi' }))?.via).toBe('cookie')
  })

  it.each<[string, (cookie: string) => string]>([
    ['comes twice: nobody knows which one is ours', (cookie) => `${cookie}; ${cookie}`],
    ['lost its end', (cookie) => cookie.slice(0, -100)],
    ['is nonsense', () => 'sb-abcdefghijklmnopqrst-auth-token=base64-%%%'],
    ['is a text', () => 'sb-abcdefghijklmnopqrst-auth-token="text"'],
    ['is null', () => 'sb-abcdefghijklmnopqrst-auth-token=null'],
    ['holds no token', () => 'sb-abcdefghijklmnopqrst-auth-token={"access_token":7}'],
    ['holds no JWT', () => 'sb-abcdefghijklmnopqrst-auth-token={"access_token":"a b"}'],
  ])('knows nobody when the cookie %s', async (_what, change) => {
    const project = await supabaseProject({ cookies: true })
    const cookie = await cookiesOfSsr(project, await project.sign({ exp: LATER }))
    expect(await project.send({ cookie: change(cookie) })).toBeNull()
    expect(project.refusals).toEqual(['credentials'])
  })

  it.each([
    ['is empty, as after signing out', 'sb-abcdefghijklmnopqrst-auth-token='],
    ['lacks its first piece', 'sb-abcdefghijklmnopqrst-auth-token.1=base64-abc'],
    ['is the one of a sign-in under way', 'sb-abcdefghijklmnopqrst-auth-token-code-verifier=abc'],
    ['is another project’s', 'sb-zyxwvutsrqponmlkjihg-auth-token=base64-abc'],
    ['has no value', 'sb-abcdefghijklmnopqrst-auth-token'],
    ['is not there', 'theme=dark;;=; a'],
  ])('takes a request for signed out when the cookie %s', async (_what, cookie) => {
    const project = await supabaseProject({ cookies: true })
    expect(await project.send({ cookie })).toBeNull()
    expect(project.refusals).toEqual([])
  })
})

describe('a page of somebody else, in the browser of a person with such a cookie', () => {
  const BOOKING_ID = '0b000000-0000-4000-8000-000000000001'

  it.each([
    ['launch a meeting', 'POST', '/launch-video', 403],
    ['renew a token', 'POST', '/refresh-token', 403],
    ['read the bookings', 'GET', '/bookings', 403],
    // Tokens are given out for a POST only.
    ['launch a meeting by a link', 'GET', '/launch-video', 405],
  ])('cannot %s', async (_what, method, path, status) => {
    const project = await supabaseProject({ cookies: true })
    const meetings = createMeetings({
      store: memoryStore(),
      video: fakeVideo(),
      authenticate: project.authenticator,
      now: project.clock.now,
    })
    const answer = await meetings.fetch(
      new Request(`https://app.example.com/api/meetings${path}`, {
        method,
        headers: {
          cookie: await cookiesOfSsr(project, await project.sign({ exp: LATER })),
          origin: 'https://evil.example',
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'cors',
          'content-type': 'application/json',
        },
        ...(method === 'POST' ? { body: JSON.stringify({ booking_id: BOOKING_ID }) } : {}),
      }),
    )
    expect(answer.status).toBe(status)
  })
})
