import { describe, expect, it } from 'vitest'
import { fakeAuthServer, HANGS } from '../../../test/fake-auth-server.ts'
import { supabaseProject } from '../../../test/supabase-project.ts'
import { fixedClock } from '../../testing/index.ts'
import { signingKeys } from './signing-keys.ts'

const DOWN = () => new Response('down', { status: 503 })
const MINUTE = 60_000
const UNAVAILABLE = { code: 'STORE_UNAVAILABLE', retryable: true }

describe("a project's public keys", () => {
  it('are asked for once by everybody who comes at the same time', async () => {
    const { authenticate, sign, requests } = await supabaseProject()
    const token = await sign()
    const all = await Promise.all(Array.from({ length: 50 }, () => authenticate(token)))
    expect(all.every((one) => one !== null)).toBe(true)
    expect(requests).toEqual(['/.well-known/jwks.json'])
  })

  it('are not asked for by a thousand tokens with made-up key ids', async () => {
    const { authenticate, sign, requests, refusals } = await supabaseProject()
    for (let i = 0; i < 1000; i++) await authenticate(await sign({}, { kid: `made-up-${i}` }))
    expect(requests).toHaveLength(1)
    expect(refusals).toHaveLength(1000)
  })

  it('are asked for at most twice a minute while such tokens go on coming', async () => {
    const { authenticate, sign, requests, clock } = await supabaseProject()
    const token = await sign({}, { kid: 'made-up' })
    for (let second = 0; second < 60; second++) {
      await authenticate(token)
      clock.advance(1000)
    }
    expect(requests).toHaveLength(2)
  })

  it('are asked for again when a token names a new one', async () => {
    const { authenticate, sign, addKey, clock, requests } = await supabaseProject()
    const old = await sign()
    await authenticate(old)
    await addKey('es-2')
    clock.advance(30_000)
    expect(await authenticate(await sign())).not.toBeNull()
    expect(await authenticate(old)).not.toBeNull()
    expect(requests).toHaveLength(2)
  })

  it('stop counting ten minutes after they were withdrawn', async () => {
    const { authenticate, sign, rotate, clock, refusals } = await supabaseProject()
    const old = await sign()
    await authenticate(old)
    await rotate('es-2')
    clock.advance(10 * MINUTE - 1)
    expect(await authenticate(old)).not.toBeNull()
    clock.advance(1)
    expect(await authenticate(old)).toBeNull()
    expect(refusals).toEqual(['unknown-key'])
    expect(await authenticate(await sign())).not.toBeNull()
  })

  it('are asked for again after the clock was set back', async () => {
    const { authenticate, sign, rotate, clock } = await supabaseProject()
    await authenticate(await sign())
    await rotate('es-2')
    clock.advance(-60 * MINUTE)
    expect(await authenticate(await sign())).not.toBeNull()
  })

  it('say of a project without any that nobody signed the token', async () => {
    const { authenticate, sign, setTrouble, refusals } = await supabaseProject()
    setTrouble(() => Response.json({ keys: [] }))
    expect(await authenticate(await sign())).toBeNull()
    expect(refusals).toEqual(['unknown-key'])
  })
})

describe('while the public keys cannot be had', () => {
  it.each([
    ['the service is down', DOWN],
    ['the network is', () => Promise.reject(new TypeError('fetch failed'))],
    ['it answers with a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['it answers something else', () => Response.json({ keys: 'none' })],
    ['it fails with keys in its answer', () => Response.json({ keys: [] }, { status: 500 })],
    ['it sends us elsewhere', () => Response.redirect('https://evil.example/jwks.json')],
    ['it never answers', HANGS],
  ])('nobody can tell who is calling, because %s', async (_what, trouble) => {
    const { authenticate, sign, setTrouble } = await supabaseProject({ timeoutMs: 5 })
    setTrouble(trouble)
    await expect(authenticate(await sign())).rejects.toMatchObject(UNAVAILABLE)
  })

  it('everybody waits for the one question and no longer than it may take', async () => {
    const { authenticate, sign, setTrouble, requests } = await supabaseProject({ timeoutMs: 20 })
    setTrouble(HANGS)
    const token = await sign()
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => authenticate(token)))
    expect(all.map(({ status }) => status)).toEqual(Array(50).fill('rejected'))
    expect(requests).toHaveLength(1)
  })

  it('nobody waits for ever for a question that somebody else asked and took along', async () => {
    const { now, advance } = fixedClock('2026-11-22T14:00:00Z')
    const { fetch, issuer, key } = await fakeAuthServer({ now })
    let questions = 0
    let answerLate = (_keySet: { keys: [] }) => {}
    const keys = signingKeys({
      now,
      timeoutMs: 20,
      load: async () => {
        // As where a runtime cancels what a cancelled request was doing: no answer, and no failure either.
        if (questions++ === 0) return new Promise((resolve) => (answerLate = resolve))
        return (await fetch(`${issuer}/.well-known/jwks.json`, { headers: { apikey: key } })).json()
      },
    })
    const token = { alg: 'ES256', kid: 'es-1' }
    void keys(token)
    await expect(keys(token)).rejects.toMatchObject(UNAVAILABLE)
    advance(21)
    expect(await keys(token)).not.toBeNull()
    // And if it is answered after all, it is old news.
    answerLate({ keys: [] })
    await keys(token)
    expect(await keys(token)).not.toBeNull()
  })

  it('it is tried again every two seconds at most', async () => {
    const { authenticate, sign, setTrouble, clock, requests } = await supabaseProject()
    setTrouble(DOWN)
    const token = await sign()
    for (let i = 0; i < 100; i++) await authenticate(token).catch(() => {})
    expect(requests).toHaveLength(1)
    setTrouble(null)
    await expect(authenticate(token)).rejects.toMatchObject(UNAVAILABLE)
    clock.advance(2000)
    expect(await authenticate(token)).not.toBeNull()
  })

  it('tokens of known keys go on counting, for a day', async () => {
    const { authenticate, sign, setTrouble, clock, requests } = await supabaseProject()
    const token = await sign({ exp: Date.parse('2027-01-01') / 1000 })
    await authenticate(token)
    setTrouble(DOWN)
    clock.advance(60 * MINUTE)
    for (let i = 0; i < 100; i++) expect(await authenticate(token)).not.toBeNull()
    expect(requests).toHaveLength(2)
    clock.advance(23 * 60 * MINUTE)
    await expect(authenticate(token)).rejects.toMatchObject(UNAVAILABLE)
  })

  it('a token of a key that is not known yet is nobody’s guess, not nobody’s', async () => {
    const { authenticate, sign, addKey, setTrouble, clock } = await supabaseProject()
    await authenticate(await sign())
    await addKey('es-2')
    const token = await sign()
    setTrouble(DOWN)
    clock.advance(30_000)
    await expect(authenticate(token)).rejects.toMatchObject(UNAVAILABLE)
    setTrouble(null)
    clock.advance(2000)
    expect(await authenticate(token)).not.toBeNull()
  })

  it('a key that cannot be used is the project’s fault, not the caller’s', async () => {
    const { authenticate, sign, setTrouble } = await supabaseProject()
    setTrouble(() =>
      Response.json({ keys: [{ kty: 'EC', crv: 'P-256', x: '!', y: '!', kid: 'es-1', alg: 'ES256' }] }),
    )
    await expect(authenticate(await sign())).rejects.toMatchObject(UNAVAILABLE)
  })
})
