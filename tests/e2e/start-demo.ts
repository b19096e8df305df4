import { type ChildProcess, spawn } from 'node:child_process'

const READY_LIMIT_MS = 5 * 60_000

export interface Demo {
  url: string
  output(): string
  /** Presses Ctrl-C; answers the exit code. */
  interrupt(): Promise<number | null>
}

/** The demo at `DEMO_URL`, which is quicker while tests are written; else one that is started, as `startDemo` does. */
export async function openDemo(env: Record<string, string>): Promise<Demo> {
  const url = process.env.DEMO_URL
  return url ? { url, output: () => '', interrupt: async () => null } : startDemo(env)
}

/** Runs `pnpm demo` as a newcomer would and waits for the address it prints. */
export async function startDemo(env: Record<string, string> = {}): Promise<Demo> {
  const child = spawn('pnpm', ['run', 'demo'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))

  const url = await until(
    () => /Meetings demo:\s+(http:\S+)/.exec(output)?.[1],
    exit,
    () => output,
  )
  return {
    url,
    output: () => output,
    interrupt() {
      interruptGroup(child)
      return exit
    },
  }
}

/** A terminal sends Ctrl-C to every program of the foreground group. */
function interruptGroup(child: ChildProcess): void {
  if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT')
}

async function until<T>(read: () => T | undefined, exit: Promise<unknown>, output: () => string): Promise<T> {
  let over: string | null = null
  void exit.then(() => (over = 'ended'))
  const late = setTimeout(() => (over = 'was not ready in time'), READY_LIMIT_MS)
  try {
    for (;;) {
      const value = read()
      if (value !== undefined) return value
      if (over) throw new Error(`The demo ${over}. It said:\n${output()}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    clearTimeout(late)
  }
}
