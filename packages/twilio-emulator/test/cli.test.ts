import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

/** Runs the command and collects what it prints. */
function run(...args: string[]) {
  const env = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_API_KEY_SID: 'SK1', TWILIO_API_KEY_SECRET: 'secret-of-sk1' }
  const child: ChildProcess = spawn(process.execPath, [CLI, ...args], { env, stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output.text += chunk.toString()
    })
  }
  return { child, output, exit: once(child, 'exit') as Promise<[number | null]> }
}

describe('the command', () => {
  it('prints its addresses, tells of a taken port, and ends cleanly on Ctrl-C', async () => {
    const first = run('--port', '0')
    const printed = () =>
      /REST:\s+http:\/\/127\.0\.0\.1:(\d+)\n.*signalling: ws:/.exec(first.output.text)?.[1]
    await expect.poll(printed, { timeout: 10_000 }).toBeTruthy()
    const second = run('--port', String(printed()))
    expect((await second.exit)[0]).toBe(1)
    expect(second.output.text).toContain(`twilio-emulator: Port ${printed()} is taken`)
    first.child.kill('SIGINT')
    expect((await first.exit)[0]).toBe(0)
    expect(first.output.text).not.toContain('secret-of-sk1')
  })
})
