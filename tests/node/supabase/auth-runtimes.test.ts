import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANN, type FakeAuthServer, fakeAuthServer } from '../../../packages/server/test/fake-auth-server.ts'
import type { Answer, Question } from './runtimes/recognise.ts'

const BIN = fileURLToPath(new URL('../../../node_modules/.bin', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'meetings-runtimes-'))
const children: ChildProcessWithoutNullStreams[] = []
/** Supabase Auth behind a real port: each runtime reaches it by its own `fetch`. */
const server = createServer((req, res) => {
  project
    .fetch(`${project.url}${req.url}`, { headers: req.headers as Record<string, string> })
    .then(async (answer) => res.writeHead(answer.status).end(await answer.text()))
})
let project: FakeAuthServer
let question: Question

const GOOD = [`bearer ${ANN.id}`, `bearer ${ANN.id}`, `bearer ${ANN.id}`, `cookie ${ANN.id}`]
const BAD = [null, null, null, null]

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  project = await fakeAuthServer({ now: () => new Date(), url: `http://127.0.0.1:${port}` })
  const es256 = await project.sign()
  await project.addKey('rs-1', 'RS256')
  const rs256 = await project.sign()
  const hs256 = await project.signWithSecret()
  const session = Buffer.from(JSON.stringify({ access_token: es256 })).toString('base64url')
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  question = {
    url: project.url,
    key: project.key,
    requests: [
      bearer(es256),
      bearer(rs256),
      bearer(hs256),
      { cookie: `session=base64-${session}` },
      bearer(`${es256.slice(0, -8)}AAAAAAAA`),
      bearer(`${hs256.slice(0, -8)}AAAAAAAA`),
      bearer(await project.sign({}, { kid: 'made-up' })),
      bearer(await project.sign({ exp: 1 })),
    ],
  }
  const entryPoints = ['command', 'worker'].map((name) =>
    fileURLToPath(new URL(`./runtimes/${name}.ts`, import.meta.url)),
  )
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*'],
    logLevel: 'error',
  })
})
afterAll(() => {
  for (const child of children) child.kill()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('supabaseAuth tells who is calling', () => {
  it.each([
    ['Node', ['node', 'command.mjs']],
    ['Bun', ['bun', 'command.mjs']],
    ['Deno', ['deno', 'run', '--allow-net=127.0.0.1', 'command.mjs']],
  ])('in %s', { timeout: 60_000 }, async (_runtime, [program = '', ...args]) => {
    const child = start(program, args)
    child.stdin.end(JSON.stringify(question))
    const [answers, complaints] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect(complaints).toBe('')
    expect(JSON.parse(answers)).toEqual([...GOOD, ...BAD])
  })

  it('in workerd, to everybody who comes at once', { timeout: 60_000 }, async () => {
    const url = await startWorkerd()
    const ask = async (): Promise<Answer[]> => {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(question) })
      return (await answer.json()) as Answer[]
    }
    const before = project.requests.length
    const all = await Promise.all(Array.from({ length: 20 }, ask))
    expect(all).toEqual(Array(20).fill([...GOOD, ...BAD]))
    const asked = project.requests.slice(before).filter((path) => path.endsWith('jwks.json'))
    expect(asked).toHaveLength(1)
  })
})

function start(program: string, args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(join(BIN, program), args, { cwd: folder })
  children.push(child)
  return child
}

/** Serves the worker without any compatibility flag; resolves to its address. */
async function startWorkerd(): Promise<string> {
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
     const config :Workerd.Config = (
       services = [
         (name = "main", worker = (
           modules = [(name = "worker", esModule = embed "worker.mjs")],
           compatibilityDate = "2026-11-01",
           globalOutbound = "network",
         )),
         (name = "network", network = (allow = ["private", "local"])),
       ],
       sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
     );`,
  )
  const child = start('workerd', ['serve', '--control-fd=1', 'config.capnp'])
  for await (const line of child.stdout) {
    const event = JSON.parse(String(line).split('\n')[0] ?? '') as { event: string; port: number }
    if (event.event === 'listen') return `http://127.0.0.1:${event.port}`
  }
  throw new Error(`workerd did not start: ${await text(child.stderr)}`)
}
