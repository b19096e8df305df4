import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { openSupabase, type SupabaseInProcess } from './supabase-in-process.ts'

export interface LocalSupabase extends Pick<SupabaseInProcess, 'sql' | 'close'> {
  url: string
  publishableKey: string
  secretKey: string
}

/** A Supabase on this machine, at 127.0.0.1 only, with keys made up at each start. */
export async function startSupabase(options: {
  port: number
  migrations: readonly URL[]
}): Promise<LocalSupabase> {
  const keys = {
    jwtSecret: randomBytes(32).toString('hex'),
    publishableKey: `sb_publishable_${randomBytes(16).toString('hex')}`,
    secretKey: `sb_secret_${randomBytes(16).toString('hex')}`,
  }
  const migrations = await Promise.all(options.migrations.map((file) => readFile(file, 'utf8')))
  const supabase = await openSupabase(keys, migrations)
  const server = createServer(
    getRequestListener(async (request) => preflight(request) ?? forBrowsers(await supabase.fetch(request))),
  )
  await listen(server, options.port)
  return {
    url: `http://127.0.0.1:${options.port}`,
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKey,
    sql: supabase.sql,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await supabase.close()
    },
  }
}

/**
 * Hosted Supabase lets a page of any origin send any header: keys and tokens decide, not origins. Supabase Lite
 * does so for data, and not for its sign-in routes.
 */
function preflight(request: Request): Response | null {
  const asked = request.headers.get('access-control-request-headers')
  if (request.method !== 'OPTIONS' || asked === null) return null
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, HEAD',
      'access-control-allow-headers': asked,
      'access-control-max-age': '600',
    },
  })
}

function forBrowsers(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set('access-control-allow-origin', '*')
  return new Response(response.body, { status: response.status, headers })
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}
