// Runs Next with the real services when their keys are set, else with a local Supabase and Twilio Video:
//   node local-stack/run.ts next dev|start
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people.ts'
import { readSettings } from './read-settings.ts'
import { type LocalStack, startLocalStack } from './start-local-stack.ts'

const KILL_AFTER_MS = 5_000

const { services, port } = await readSettings()

let stack: LocalStack | null = null
let next: ChildProcess | null = null
let stopping: Promise<void> | null = null
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

if (services === 'local') {
  console.log('Starting a local Supabase and a local Twilio Video ...')
  stack = await startLocalStack(`http://127.0.0.1:${port}`)
}
startNext()
await waitUntilItAnswers(`http://127.0.0.1:${port}`)
if (!stopping) announce()

function startNext(): void {
  const bin = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const [, ...command] = process.argv.slice(2)
  // Its own process group: a Ctrl-C reaches Next through stop(), after which the stack closes.
  next = spawn(process.execPath, [bin, ...command, '-H', '127.0.0.1', '-p', String(port)], {
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

async function waitUntilItAnswers(address: string): Promise<void> {
  while (!stopping) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch(() => null)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

function announce(): void {
  const lines = [``, `  Meetings demo:  http://localhost:${port}`]
  if (stack) {
    lines.push(`  Bad luck:       ${stack.inspectorUrl}  (cut a connection, say a caption, record ...)`, ``)
    lines.push(`  Sign in as (one click on the sign-in page, or password "${DEMO_PASSWORD}"):`)
    for (const person of DEMO_PEOPLE) {
      lines.push(`    ${person.name.padEnd(16)} ${person.email.padEnd(26)} ${person.part}`)
    }
    lines.push(``, `  For a call, open two windows: one private, one not. Press Ctrl-C to stop everything.`)
  } else {
    lines.push(``, `  Running on your own Supabase and Twilio. Press Ctrl-C to stop.`)
  }
  console.log(`${lines.join('\n')}\n`)
}
