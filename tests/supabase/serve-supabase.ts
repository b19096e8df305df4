import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { LocalSupabase } from './start-local-supabase.ts'

/** Lets other processes of this machine reach a local Supabase. */
export async function serveSupabase({ fetch }: LocalSupabase): Promise<{ url: string; close(): void }> {
  const server = createServer(getRequestListener((request) => fetch(request)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
