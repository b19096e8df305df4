import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type BookerConfig, GUN, type Outcome, type Round } from './step.ts'

/** Processes that stand at the line. */
export interface Bookers {
  /** Deals the clients out, one process after the other, and fires the gun; answers each client's outcomes. */
  race(round: Round): Promise<Outcome[][]>
  /** Ends the processes and with them their connections. */
  close(): Promise<void>
}

export async function startBookers({
  processes,
  ...config
}: BookerConfig & { processes: number }): Promise<Bookers> {
  const program = fileURLToPath(new URL('./booker.ts', import.meta.url))
  const bookers = Array.from({ length: processes }, () => fork(program, [JSON.stringify(config)]))
  await Promise.all(bookers.map(nextMessage))
  const starter = new pg.Client(config.connectionString)
  await starter.connect()

  return {
    async race({ day, clients }) {
      await starter.query('select pg_advisory_lock($1)', [GUN])
      const answers = bookers.map(nextMessage)
      for (const [number, booker] of bookers.entries()) {
        booker.send({ day, clients: clients.filter((_, index) => index % processes === number) })
      }
      while ((await waiting(starter)) < processes);
      await starter.query('select pg_advisory_unlock($1)', [GUN])
      const results = (await Promise.all(answers)) as Outcome[][][]
      return clients.map((_, index) => results[index % processes]?.[Math.floor(index / processes)] ?? [])
    },
    async close() {
      await Promise.all(
        bookers.map(async (booker) => {
          if (!booker.connected) return
          const exit = once(booker, 'exit')
          booker.disconnect()
          await exit
        }),
      )
      await starter.end()
    },
  }
}

async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    "select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted",
  )
  return rows[0].count
}

async function nextMessage(booker: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`A booker ended with ${code}.`))
    booker.once('exit', failed)
    booker.once('message', (message) => {
      booker.off('exit', failed)
      resolve(message)
    })
  })
}
