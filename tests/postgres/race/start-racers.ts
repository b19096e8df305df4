import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Call, GUN, type Outcome, type RaceResult, type RacerConfig } from './call.ts'

/** Processes that stand at the line. */
export interface Racers {
  /**
   * Deals the calls out, one after the other, one process after the other; fires the gun once every process
   * waits for it; answers what came of each call, in their order.
   */
  race(calls: readonly Call[], options?: { atOnce?: number }): Promise<RaceResult>
  /** Ends the processes and with them their connections. */
  close(): Promise<void>
}

/** Starts `processes` servers on one database; `atOnce` without a number means everything at once. */
export async function startRacers({
  processes,
  ...config
}: RacerConfig & { processes: number }): Promise<Racers> {
  const program = fileURLToPath(new URL('./racer.ts', import.meta.url))
  const racers = Array.from({ length: processes }, () => fork(program, [JSON.stringify(config)]))
  await Promise.all(racers.map(nextMessage))
  const starter = new pg.Client(config.connectionString)
  await starter.connect()

  return {
    async race(calls, { atOnce = calls.length } = {}) {
      await starter.query('select pg_advisory_lock($1)', [GUN])
      const answers = racers.map(nextMessage)
      for (const [number, racer] of racers.entries()) {
        racer.send({ calls: calls.filter((_, index) => index % racers.length === number), atOnce })
      }
      while ((await waiting(starter)) < racers.length);
      await starter.query('select pg_advisory_unlock($1)', [GUN])
      const results = (await Promise.all(answers)) as RaceResult[]
      return {
        outcomes: calls.map((_, index) => {
          const racer = results[index % racers.length] as RaceResult
          return racer.outcomes[Math.floor(index / racers.length)] as Outcome
        }),
        events: results.flatMap(({ events }) => events),
      }
    },
    async close() {
      await Promise.all(
        racers.map(async (racer) => {
          if (!racer.connected) return
          const exit = once(racer, 'exit')
          racer.disconnect()
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

async function nextMessage(racer: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`A racer ended with ${code}.`))
    racer.once('exit', failed)
    racer.once('message', (message) => {
      racer.off('exit', failed)
      resolve(message)
    })
  })
}
