import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** A real Postgres of our own, empty. */
export interface TestPostgres {
  /** Makes a new, empty database; answers its connection string, with the rights of the owner of everything. */
  createDatabase(): Promise<string>
  /** Ends the server and deletes its files. */
  close(): Promise<void>
}

export interface TestPostgresOptions {
  /** Writes reach the disk before they are confirmed, as in production. Default: false, which is much faster. */
  durable?: boolean
  /** Settings like `{ max_connections: '200' }`. */
  settings?: Readonly<Record<string, string>>
}

const SETTINGS = { max_connections: '200', log_checkpoints: 'off' }
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts a PostgreSQL 18 in about two seconds, on a free port of this machine. It ends with `close()`, and
 * also when this process ends in any other way.
 */
export async function startPostgres(options: TestPostgresOptions = {}): Promise<TestPostgres> {
  const settings = { ...SETTINGS, ...(options.durable ? {} : NOT_DURABLE), ...options.settings }
  const keeper = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./postgres-keeper.ts', import.meta.url)),
      ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
    ],
    // Detached: a Ctrl-C reaches only us, and our end closes the keeper's input.
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  )
  const exited = once(keeper, 'exit')
  const line = await Promise.race([
    once(createInterface(keeper.stdout), 'line').then(([text]) => String(text)),
    exited.then(() => null),
  ])
  if (line === null) throw new Error('Postgres did not start; the reason is above.')
  const { port, password } = JSON.parse(line) as { port: number; password: string }
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  let databases = 0

  return {
    async createDatabase() {
      const name = `meetings_${++databases}`
      const client = new pg.Client({ connectionString: url('postgres') })
      await client.connect()
      try {
        await client.query(`create database ${name} template template0`)
      } finally {
        await client.end()
      }
      return url(name)
    },
    async close() {
      keeper.stdin.end()
      await exited
    },
  }
}
