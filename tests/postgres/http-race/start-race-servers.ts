import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { RaceServerConfig } from './race-server.ts'

/** Servers on one database, each in a process of its own. */
export interface RaceServers {
  ports: number[]
  /** Sets every server's clock. */
  setClock(time: string): Promise<void>
  /** Ends the processes and with them their connections. */
  close(): Promise<void>
}

export async function startRaceServers(config: RaceServerConfig, processes: number): Promise<RaceServers> {
  const program = fileURLToPath(new URL('./race-server.ts', import.meta.url))
  const servers: ChildProcess[] = []
  const ports: number[] = []
  // One after the other: Supabase Lite cannot grant rights twice at the same time.
  for (let count = 0; count < processes; count++) {
    const server = fork(program, [JSON.stringify(config)])
    servers.push(server)
    ports.push((await nextMessage(server)) as number)
  }
  return {
    ports,
    async setClock(time) {
      const answers = servers.map(nextMessage)
      for (const server of servers) server.send(time)
      await Promise.all(answers)
    },
    async close() {
      await Promise.all(
        servers.map(async (server) => {
          if (!server.connected) return
          const exit = once(server, 'exit')
          server.disconnect()
          await exit
        }),
      )
    },
  }
}

async function nextMessage(server: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`A server of the race ended with ${code}.`))
    server.once('exit', failed)
    server.once('message', (message) => {
      server.off('exit', failed)
      resolve(message)
    })
  })
}
