import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { HANGS, type Trouble } from '../../../test/fake-auth-server.ts'
import { supabaseProject } from '../../../test/supabase-project.ts'
import { isMeetingsError } from '../../index.ts'

const refusal = (status: number, code: string) => () =>
  Response.json({ error_code: code, msg: code }, { status })

describe('when Supabase is asked whose a token is', () => {
  it.each<[string, Trouble]>([
    ['refuses the token', refusal(403, 'bad_jwt')],
    ['does not know the session', refusal(403, 'session_not_found')],
    ['has banned the person', refusal(403, 'user_banned')],
    ['has deleted the person', refusal(404, 'user_not_found')],
    ['says so in its newer way', () => Response.json({ code: 'user_not_found' }, { status: 404 })],
    ['refuses the header', refusal(401, 'no_authorization')],
    ['cannot read the request', refusal(400, 'bad_json')],
  ])('it is nobody’s when it %s', async (_what, trouble) => {
    const { authenticate, signWithSecret, setTrouble, refusals } = await supabaseProject()
    setTrouble(trouble)
    expect(await authenticate(await signWithSecret())).toBeNull()
    expect(refusals).toEqual(['rejected'])
  })

  it.each<[string, Trouble]>([
    ['is down', () => new Response('', { status: 502 })],
    ['is out of reach', () => Promise.reject(new TypeError('fetch failed'))],
    ['asks for patience', () => Response.json({ msg: 'slow down' }, { status: 429 })],
    ['is not there', () => new Response('<html>', { status: 404 })],
    ['sends us elsewhere', () => Response.redirect('https://evil.example/user')],
    ['answers something else', () => Response.json({ ok: true })],
    ['answers no JSON', () => new Response('ok')],
    ['never answers', HANGS],
    ['never ends its answer', () => new Response(new ReadableStream())],
  ])('nobody can tell when it %s', async (_what, trouble) => {
    const { authenticate, signWithSecret, setTrouble } = await supabaseProject({ timeoutMs: 5 })
    setTrouble(trouble)
    const answer = authenticate(await signWithSecret())
    await expect(answer).rejects.toSatisfy(isMeetingsError)
    await expect(answer).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true })
  })

  it('the wrong key is called that, and not a sign-out of everybody', async () => {
    const { authenticate, signWithSecret } = await supabaseProject({ key: 'sb_publishable_of_another' })
    await expect(authenticate(await signWithSecret())).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      cause: { message: expect.stringContaining('refuses the key') },
    })
  })
})

describe('a redirect', () => {
  it('is not followed: the token stays with the project', async () => {
    const asked: string[] = []
    const server = createServer((req, res) => {
      asked.push(String(req.url))
      res.writeHead(307, { location: '/elsewhere' }).end()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { authenticate, sign, signWithSecret } = await supabaseProject({ url, fetch: globalThis.fetch })
    await expect(authenticate(await sign())).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect(authenticate(await signWithSecret())).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    server.close()
    expect(asked).toEqual(['/auth/v1/.well-known/jwks.json', '/auth/v1/user'])
  })
})

describe('nothing of a token is told', () => {
  it.each<[string, (authorization: string) => Trouble]>([
    ['the network fails and repeats the request', (sent) => () => Promise.reject(failure(sent))],
    ['the answer repeats it', (sent) => () => Response.json({ message: sent, email: 7 }, { status: 500 })],
    ['the answer is no account and repeats it', (sent) => () => Response.json({ id: 7, email: sent })],
    ['the answer is a page that repeats it', (sent) => () => new Response(sent)],
    [
      'the key is refused in its name',
      (sent) => () => Response.json({ message: `API key ${sent}` }, { status: 401 }),
    ],
  ])('when %s', async (_what, trouble) => {
    const { authenticate, signWithSecret, setTrouble } = await supabaseProject()
    const token = await signWithSecret()
    setTrouble(trouble(`Bearer ${token}`))
    const error: unknown = await authenticate(token).catch((thrown: unknown) => thrown)
    expect(isMeetingsError(error)).toBe(true)
    const everything = inspect(error, { depth: null, showHidden: true })
    expect(everything).toContain('supabaseAuth')
    for (const piece of token.split('.')) expect(everything).not.toContain(piece.slice(0, 12))
  })

  it('by what supabaseAuth returns: it shows no key', async () => {
    const { authenticator, key } = await supabaseProject()
    const shown =
      inspect(authenticator, { depth: null, showHidden: true }) + JSON.stringify({ authenticator })
    expect(shown).not.toContain(key)
  })
})

/** How some HTTP clients fail: with the whole request in the error. */
function failure(authorization: string): Error {
  const cause = Object.assign(new Error(`connect ECONNREFUSED while sending ${authorization}`), {
    code: 'ECONNREFUSED',
  })
  return Object.assign(new TypeError(`fetch failed: ${authorization}`, { cause }), {
    config: { headers: { authorization } },
  })
}
