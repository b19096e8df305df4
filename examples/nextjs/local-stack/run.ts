// Runs Next with the real services when their keys are set, else with a local Supabase and Twilio Video:
//   node local-stack/run.ts next dev|start
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import getPort, { portNumbers } from 'get-port'
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts'
import { readServices } from './read-services.ts'
import { type LocalStack, startLocalStack } from './start-local-stack.ts'

const DEFAULT_PORT = 3000
const KILL_AFTER_MS = 5_000

for (const file of ['.env.local', '.env']) if (existsSync(file)) process.loadEnvFile(file)

const services = readServices(process.env)
if (services.use === 'incomplete') {
  fail(
    `Some keys of the real services are missing: ${services.missing.join(', ')}.`,
    'Set them too (see .env.example), or remove all of them to run on the local stack.',
  )
}
const port = await choosePort()

let stack: LocalStack | null = null
let next: ChildProcess | null = null
let stopping: Promise<void> | null = null
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

if (services.use === 'local') {
  console.log('Starting a local Supabase and a local Twilio Video ...')
  stack = await startLocalStack()
}
startNext()
await waitUntilItAnswers(`http://localhost:${port}`)
if (!stopping) announce()

function startNext(): void {
  const bin = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const [, ...command] = process.argv.slice(2)
  // Its own process group: a Ctrl-C reaches Next through stop(), after which the stack closes.
  next = spawn(process.execPath, [bin, ...command, '-p', String(port)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
    env: { ...process.env, ...stack?.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  next.once('exit', (code) => void stop(code ?? 0))
}

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    await endNext()
    await stack?.close()
    process.exit(code)
  })()
  return stopping
}

async function endNext(): Promise<void> {
  const child = next
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const group = process.platform === 'win32' ? child.pid : -child.pid
  process.kill(group, 'SIGTERM')
  const patience = setTimeout(() => process.kill(group, 'SIGKILL'), KILL_AFTER_MS)
  await gone
  clearTimeout(patience)
}

async function choosePort(): Promise<number> {
  const wanted = process.env.PORT ? Number(process.env.PORT) : null
  if (wanted !== null && !(Number.isInteger(wanted) && wanted > 0 && wanted < 65_536)) {
    fail(`PORT is "${process.env.PORT}", which is no port number.`, 'Use one from 1 to 65535.')
  }
  const free = await getPort({ port: wanted ?? portNumbers(DEFAULT_PORT, DEFAULT_PORT + 100) })
  if (wanted !== null && free !== wanted) {
    fail(`Port ${wanted} is taken by another program.`, 'Stop that one, or set PORT to another number.')
  }
  if (wanted === null && free !== DEFAULT_PORT)
    console.log(`Port ${DEFAULT_PORT} is taken; using ${free} instead.`)
  return free
}

async function waitUntilItAnswers(address: string): Promise<void> {
  while (!stopping) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch(() => null)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

function announce(): void {
  const lines = [``, `  Meetings demo:  http://localhost:${port}`, ``]
  if (stack) {
    lines.push(`  Sign in as (one click on the sign-in page, or password "${DEMO_PASSWORD}"):`)
    for (const person of DEMO_PEOPLE) {
      lines.push(`    ${person.name.padEnd(16)} ${person.email.padEnd(26)} ${person.part}`)
    }
    lines.push(``, `  For a call, open two windows: one private, one not. Press Ctrl-C to stop everything.`)
  } else {
    lines.push(`  Running on your own Supabase and Twilio. Press Ctrl-C to stop.`)
  }
  console.log(`${lines.join('\n')}\n`)
}

function fail(...lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}
