// One server of a race: node:http, our handler and the database's stores, in a process of its own.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { toNodeHandler } from '../../../packages/server/src/adapters/node.ts'
import { createMeetings, type MeetingsUser } from '../../../packages/server/src/index.ts'
import { postgresSchedule, postgresStore } from '../../../packages/server/src/postgres/index.ts'
import { supabaseSchedule, supabaseStore } from '../../../packages/server/src/supabase/index.ts'
import { fakeVideo } from '../../../packages/server/src/testing/index.ts'
import { openSupabaseOnPostgres } from '../supabase-on-postgres.ts'

/** How a server is set up; goes there as JSON. */
export interface RaceServerConfig {
  connectionString: string
  store: 'supabase' | 'postgres'
  connections: number
}

const config: RaceServerConfig = JSON.parse(process.argv[2] ?? '')
let time = 0
// Seconds, so that holds run out in the middle of a round.
const now = () => {
  time += 1000
  return new Date(time)
}
const { close, ...stores } = await openStores(config)
const meetings = createMeetings<MeetingsUser>({
  ...stores,
  video: fakeVideo({ now }),
  authenticate: ({ request }) => ({
    user: JSON.parse(request.headers.get('authorization') ?? '') as MeetingsUser,
    via: 'bearer',
  }),
  now,
  rateLimit: false,
  // A busy machine is no failure of the store.
  timeouts: { storeMs: 60_000 },
  logger: { error: (details, message) => console.error(message, details), warn: () => {} },
})
// Supabase Lite grants rights when it is first asked; and what races is the work, not the connecting.
const warmUp = () => stores.schedule.findSchedule({ hostId: 'nobody' })
await warmUp()
await Promise.all(Array.from({ length: config.connections }, warmUp))
const server = createServer(toNodeHandler(meetings))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))

/** The clock starts anew with every round. */
process.on('message', (start: string) => {
  time = Date.parse(start)
  process.send?.('ready')
})
process.once('disconnect', async () => {
  server.close()
  server.closeAllConnections()
  await close()
})

async function openStores({ store, connectionString, connections }: RaceServerConfig) {
  if (store === 'supabase') {
    const { client, close } = await openSupabaseOnPostgres({ connectionString, connections })
    return { store: supabaseStore({ client }), schedule: supabaseSchedule({ client }), close }
  }
  const pool = new pg.Pool({ connectionString, max: connections })
  const query = (text: string, params: (string | null)[]) => pool.query(text, params)
  return { store: postgresStore({ query }), schedule: postgresSchedule({ query }), close: () => pool.end() }
}
