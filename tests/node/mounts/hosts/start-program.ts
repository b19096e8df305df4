import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import type { Host } from '../mount.ts'
import { ROOT } from './consumer-folder.ts'
import { hostAt } from './listen.ts'

const BINARIES = join(ROOT, 'node_modules/.bin')
const QUIET = { DO_NOT_TRACK: '1', NEXT_TELEMETRY_DISABLED: '1', DENO_NO_UPDATE_CHECK: '1' }

export interface Program {
  /** Of a development dependency, or a path. */
  command: string
  args: string[]
  cwd: string
  env?: Record<string, string>
  /** Finds the port in what the program prints. */
  port: RegExp
  /** Called when the program has ended. */
  onEnd(): void
}

/** Runs a program of its own process until it says where it listens. */
export async function startProgram({ command, args, cwd, env, port, onEnd }: Program): Promise<Host> {
  const child = spawn(resolve(BINARIES, command), args, {
    cwd,
    env: { ...process.env, ...QUIET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what npm installs is often a script that starts the program.
    detached: true,
  })
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')])
  void ended.then(onEnd)
  const found = await portOf(child, port, ended)
  return hostAt(`http://127.0.0.1:${found}`, async () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    await ended
  })
}

function portOf(child: ChildProcess, pattern: RegExp, ended: Promise<unknown>): Promise<string> {
  return new Promise((settle, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk
      const port = pattern.exec(output)?.[1]
      if (port !== undefined) settle(port)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    void ended.then(() => reject(new Error(`The program ended before it listened. It said:\n${output}`)))
  })
}
