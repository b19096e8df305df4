import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BookingPage, LaunchTicket } from '@meetings/server'
import { build } from 'esbuild'
import ts from 'typescript'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MIGRATION_FILE } from '../supabase/booking-row.ts'
import { serveSupabase } from '../supabase/serve-supabase.ts'
import {
  type LocalSupabase,
  type SignedInPerson,
  startLocalSupabase,
} from '../supabase/start-local-supabase.ts'
import { type RunningProgram, runProgram } from './docs/run-program.ts'
import { ROOT, readPage, type Snippet, snippetsOf, writeProject } from './docs/snippets.ts'

// The README's own code, copied as it stands, in the real hosts, as programs of their own: supabase-js and Twilio's
// library inside, the shipped migration behind. Only the addresses and keys come from here.
const PAGE = 'packages/server/README.md'
const BIN = join(ROOT, 'node_modules/.bin')
const FOLDER = mkdtempSync(join(ROOT, 'tests/node/.readme-'))
const MINUTE_MS = 60_000

const snippets = snippetsOf(PAGE)
let supabase: LocalSupabase
let carl: SignedInPerson
let bookingId: string
let env: Record<string, string>
let served: { url: string; close(): void }
let running: RunningProgram | null = null
let projects = 0

beforeAll(async () => {
  supabase = await startLocalSupabase([readFileSync(MIGRATION_FILE, 'utf8')])
  served = await serveSupabase(supabase)
  carl = await supabase.signUp({ email: 'carl@example.org', name: 'Carl' })
  const startsAt = Date.now() + 5 * MINUTE_MS
  const { data, error } = await supabase
    .serviceClient()
    .from('bookings')
    .insert({
      meeting_type_name: 'Consultation',
      host_id: '0c000000-0000-4000-8000-000000000001',
      host_name: 'Hana Host',
      customer_id: carl.id,
      customer_name: 'Carl Customer',
      start_time: new Date(startsAt).toISOString(),
      end_time: new Date(startsAt + 30 * MINUTE_MS).toISOString(),
    })
    .select('id')
    .single()
  if (error) throw error
  bookingId = data.id
  env = {
    NEXT_PUBLIC_SUPABASE_URL: served.url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secretKey,
    SUPABASE_URL: served.url,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: supabase.publishableKey }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: supabase.secretKey }),
    APP_ORIGIN: 'https://app.example.com',
    TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
    TWILIO_API_KEY_SID: `SK${'2'.repeat(32)}`,
    TWILIO_API_KEY_SECRET: 'a-secret-of-the-test',
    TWILIO_AUTH_TOKEN: 'an-auth-token-of-the-test',
  }
})
afterEach(async () => {
  await running?.stop()
  running = null
})
afterAll(async () => {
  served.close()
  await supabase.close()
  rmSync(FOLDER, { recursive: true, force: true })
})

describe('the README of the server serves a meeting', () => {
  it('in Express', async () => {
    const cwd = project(snippet('server.ts', "from 'express'"))
    running = await runProgram(() => [process.execPath, 'server.js'], { cwd, env })
    await expectJourney(`${running.address}/api/meetings`)
  })

  it('in Hono', async () => {
    const cwd = project(snippet('server.ts', "from 'hono'"))
    running = await runProgram(() => [process.execPath, 'server.js'], { cwd, env })
    await expectJourney(`${running.address}/api/meetings`)
  })

  it('in the route handlers of Next.js', async () => {
    const cwd = project(snippet('app/api/meetings/[...path]/route.ts', 'toNextHandlers'))
    const program = `
      import { serve } from '@hono/node-server'
      import { GET, POST } from './app/api/meetings/[...path]/route.js'
      const fetch = (request) => (request.method === 'POST' ? POST(request) : GET(request))
      serve({ fetch, port: Number(process.env.PORT) })`
    writeFileSync(join(cwd, 'server.js'), program)
    running = await runProgram(() => [process.execPath, 'server.js'], { cwd, env })
    await expectJourney(`${running.address}/api/meetings`)
  })

  it.each<[string, string[], (line: string) => string]>([
    [
      'Fastify 5',
      [process.execPath],
      (line) => `import fastify from 'fastify'
        import { toFastifyPlugin } from '@meetings/server/fastify'
        const app = fastify()
        ${line}
        app.listen({ port: Number(process.env.PORT) })`,
    ],
    [
      '`node:http`',
      [process.execPath],
      (line) => `import { createServer } from 'node:http'
        import { toNodeHandler } from '@meetings/server/node'
        ${line.replace('3000', 'Number(process.env.PORT)')}`,
    ],
    ['Bun', [join(BIN, 'bun'), 'run'], (line) => line],
    ['Deno', [join(BIN, 'deno'), 'run', '--allow-all', '--node-modules-dir=manual'], (line) => line],
  ])('with its one line for %s', async (host, command, program) => {
    const cwd = project(snippet('meetings.ts', 'supabaseStore'))
    writeFileSync(
      join(cwd, 'server.js'),
      `import { meetings } from './meetings.js'\n${program(lineFor(host))}`,
    )
    running = await runProgram(() => [...command, 'server.js'], { cwd, env })
    await expectJourney(`${running.address}/api/meetings`)
  })

  it('with its one line for workerd, bundled', async () => {
    const cwd = project(snippet('meetings.ts', 'supabaseStore'))
    writeFileSync(
      join(cwd, 'worker.js'),
      `import { meetings } from './meetings.js'\n${lineFor('workerd, Cloudflare')}`,
    )
    await build({
      entryPoints: [join(cwd, 'worker.js')],
      outfile: join(cwd, 'bundle.js'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      conditions: ['workerd', 'worker'],
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
      logLevel: 'error',
    })
    const serve = (port: number) => {
      writeFileSync(join(cwd, 'worker.capnp'), workerdConfig(port))
      return [join(BIN, 'workerd'), 'serve', 'worker.capnp']
    }
    running = await runProgram(serve, { cwd, env: {} })
    await expectJourney(`${running.address}/api/meetings`)
  })

  it('as a Supabase Edge Function, bundled with its command, in Deno', async () => {
    const cwd = project(snippet('supabase/meetings/source.ts', 'basePath'))
    const commands = snippets.find(({ code }) => code.startsWith('npx esbuild'))?.code.split('\n')[0] ?? ''
    mkdirSync(join(cwd, 'supabase/functions/meetings'), { recursive: true })
    execFileSync('sh', ['-c', commands.replace('npx ', `${BIN}/`)], { cwd, stdio: 'pipe' })
    const bundle = 'supabase/functions/meetings/index.js'
    expect(readFileSync(join(cwd, bundle)).byteLength).toBeLessThan(5_000_000)
    running = await runProgram(
      (port) => [join(BIN, 'deno'), 'serve', '--allow-all', '--host=127.0.0.1', `--port=${port}`, bundle],
      { cwd, env },
    )
    const { response } = await ask(`${running.address}/meetings`, '/bookings', {
      origin: env['APP_ORIGIN'] ?? '',
    })
    expect(response.headers.get('access-control-allow-origin')).toBe(env['APP_ORIGIN'])
    await expectJourney(`${running.address}/meetings`)
  })
})

/** The snippet of this file that holds `text`. */
function snippet(file: string, text: string): Snippet {
  const found = snippets.find((one) => one.file === file && one.code.includes(text))
  if (found === undefined) throw new Error(`The README has no ${file} with ${text}.`)
  return found
}

/** What the table of hosts says for one of them. */
function lineFor(host: string): string {
  const row = readPage(PAGE)
    .split('\n')
    .find((line) => line.startsWith(`| ${host} `))
  return /\| `([^`]+)`/.exec(row?.slice(host.length + 2) ?? '')?.[1] ?? ''
}

function workerdConfig(port: number): string {
  const bindings = Object.entries(env).map(
    ([name, value]) => `(name = "${name}", text = ${JSON.stringify(value)})`,
  )
  return `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [
        (name = "main", worker = (
          modules = [(name = "worker", esModule = embed "bundle.js")],
          compatibilityDate = "2026-11-01",
          bindings = [${bindings.join(', ')}],
          globalOutbound = "network",
        )),
        (name = "network", network = (allow = ["private", "local"])),
      ],
      sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
    );`
}

/** The snippet and what it imports, in a folder of its own, as JavaScript. */
function project(main: Snippet): string {
  const folder = join(FOLDER, String(++projects))
  writeProject(folder, snippets, main)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const target = ts.ScriptTarget.ES2022
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue
    const { outputText } = ts.transpileModule(readFileSync(join(folder, file), 'utf8'), {
      compilerOptions: { target, module: ts.ModuleKind.ESNext },
    })
    writeFileSync(join(folder, file.replace(/\.ts$/, '.js')), outputText)
  }
  return folder
}

async function ask(base: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'POST' ? { body: JSON.stringify({ booking_id: bookingId }) } : {}),
  })
  return { response, body: (await response.json()) as unknown }
}

/**
 * Healthy, closed to strangers, open to somebody who signed in at Supabase: who sees their meeting, gets in, and out.
 */
async function expectJourney(base: string): Promise<void> {
  expect((await ask(base, '/health')).body).toEqual({ status: 'ok' })
  expect((await ask(base, '/bookings')).body).toMatchObject({ code: 'UNAUTHENTICATED' })
  const authorization = `Bearer ${carl.accessToken}`
  const listed = (await ask(base, '/bookings', { authorization })).body as BookingPage
  expect(listed.bookings).toMatchObject([{ id: bookingId, viewerRole: 'customer' }])
  const launched = (await ask(base, '/launch-video', { authorization }, 'POST')).body as LaunchTicket
  expect(launched).toMatchObject({ roomName: `meeting_${bookingId}`, participantName: 'Carl Customer' })
  expect(launched.token.split('.')).toHaveLength(3)
  const left = await ask(base, '/leave-video', { authorization }, 'POST')
  // Alone, and gone before the start: as if nobody had come.
  expect(left.body).toEqual({ bookingId, status: 'confirmed' })
}
