import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { vi } from 'vitest'

/** A program that listens. */
export interface RunningProgram {
  /** `http://127.0.0.1:4711` */
  address: string
  stop(): Promise<void>
}

/** Starts a program that listens at `PORT`, and waits until it answers. */
export async function runProgram(
  command: (port: number) => readonly string[],
  options: { cwd: string; env: Record<string, string> },
): Promise<RunningProgram> {
  const port = await freePort()
  const [program = '', ...args] = command(port)
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: {
      ...process.env,
      ...options.env,
      PORT: String(port),
      DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}`,
      DENO_NO_UPDATE_CHECK: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: some of these programs are launchers, and what they start must end with them.
    detached: true,
  })
  const end = () => {
    process.off('exit', end)
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Everybody in it has ended already.
    }
  }
  process.on('exit', end)
  const complaints = text(child.stderr)
  const address = `http://127.0.0.1:${port}`
  try {
    await vi.waitFor(() => answers(child, address), { timeout: 30_000, interval: 100 })
  } catch (cause) {
    end()
    throw new Error(`${program} did not answer: ${await complaints}`, { cause })
  }
  return {
    address,
    async stop() {
      end()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

async function answers(child: ChildProcess, address: string): Promise<void> {
  // No use to wait for a program that has ended: its own words say why.
  if (child.exitCode !== null) return
  await fetch(address, { signal: AbortSignal.timeout(1_000) })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
