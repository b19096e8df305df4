import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Authenticate, createMeetings } from '@meetings/server'
import { fakeVideo, memoryStore } from '@meetings/server/testing'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { toNodeHandler } from 'better-auth/node'
import { jwt } from 'better-auth/plugins'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const PAGE = fileURLToPath(new URL('../../docs/own-sign-in.md', import.meta.url))
const folder = mkdtempSync(fileURLToPath(new URL('./.snippets-', import.meta.url)))

/** better-auth on a real port, with its own keys, and Ann signed up. */
let listener: RequestListener = (_req, res) => void res.writeHead(503).end()
const server = createServer((req, res) => listener(req, res))
let issuer: string
let cookie: string
let token: string

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const auth = betterAuth({
    baseURL: issuer,
    secret: 'a-secret-of-at-least-32-characters!',
    database: memoryAdapter({ user: [], session: [], account: [], verification: [], jwks: [] }),
    emailAndPassword: { enabled: true },
    plugins: [jwt()],
    telemetry: { enabled: false },
  })
  listener = toNodeHandler(auth)
  const signedUp = await fetch(`${issuer}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: issuer },
    body: JSON.stringify({ email: 'ann@example.org', password: 'local-password', name: 'Ann' }),
  })
  cookie = signedUp.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  token = (
    (await (await fetch(`${issuer}/api/auth/token`, { headers: { cookie } })).json()) as { token: string }
  ).token
  // What the page's snippets take from their surroundings.
  vi.stubEnv('AUTH_JWKS_URL', `${issuer}/api/auth/jwks`)
  vi.stubEnv('AUTH_ISSUER', issuer)
  vi.stubEnv('AUTH_AUDIENCE', issuer)
  vi.stubGlobal('auth', auth)
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the page on your own sign-in: a token, checked with public keys', () => {
  it('lets a person of better-auth in by their token', async () => {
    const { list } = await meetingsWith('jose')
    expect((await list({ authorization: `Bearer ${token}` })).status).toBe(200)
  })

  it.each<[string, () => Promise<string>]>([
    ['was changed', async () => `${token.slice(0, -8)}AAAAAAAA`],
    ['is none', async () => 'nonsense'],
    [
      'is signed with a secret',
      async () =>
        new SignJWT({ sub: 'somebody', iss: issuer, aud: issuer, exp: 4102444800 })
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode('a-secret-of-at-least-32-characters!')),
    ],
  ])('answers 401 when the token %s', async (_what, make) => {
    const { list } = await meetingsWith('jose')
    expect((await list({ authorization: `Bearer ${await make()}` })).status).toBe(401)
  })

  it('answers 401 without a token', async () => {
    const { list } = await meetingsWith('jose')
    expect((await list({})).status).toBe(401)
    expect((await list({ authorization: `Token ${token}` })).status).toBe(401)
  })

  it('does not sign people out while the keys cannot be had', async () => {
    const well = listener
    listener = (_req, res) => void res.writeHead(503).end()
    const { list } = await meetingsWith('jose')
    const answer = await list({ authorization: `Bearer ${token}` })
    listener = well
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({ retryable: true })
  })
})

describe('the page on your own sign-in: a session that the framework reads', () => {
  it('lets a person of better-auth in by their cookie', async () => {
    const { list } = await meetingsWith('better-auth')
    expect((await list({ cookie })).status).toBe(200)
    expect((await list({})).status).toBe(401)
  })

  it('does not let another page use that cookie', async () => {
    const { list } = await meetingsWith('better-auth')
    expect((await list({ cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status).toBe(
      403,
    )
  })
})

let copies = 0

/** Meetings with the `authenticate` of the page's snippet that imports `library`. */
async function meetingsWith(library: string) {
  const snippets = [...readFileSync(PAGE, 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
    ([, code]) => code,
  )
  const code = snippets.find((one) => one?.includes(`from '${library}'`))
  // A file of its own each time: no test sees the keys that another one fetched.
  const file = join(folder, `snippet-${++copies}.ts`)
  writeFileSync(file, String(code))
  const { authenticate } = (await import(pathToFileURL(file).href)) as { authenticate: Authenticate }
  const meetings = createMeetings({
    store: memoryStore(),
    video: fakeVideo(),
    authenticate,
    logger: { error: () => {}, warn: () => {} },
  })
  return {
    list: (headers: HeadersInit) =>
      meetings.fetch(new Request('https://app.example.com/api/meetings/bookings', { headers })),
  }
}
