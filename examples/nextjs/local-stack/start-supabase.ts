import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { getRequestListener } from '@hono/node-server'
import { App } from '@supabase/lite'
import { createPgliteConnection } from '@supabase/lite/pglite'

export interface LocalSupabase {
  url: string
  publishableKey: string
  secretKey: string
  /** Runs SQL as the owner of the database: for what supabase-js cannot do here, such as roles of people. */
  sql(query: string): Promise<unknown>
  close(): Promise<void>
}

/** Roles that hosted Supabase brings along and our migrations grant to. */
const ROLES = `
  do $$ begin
    create role anon nologin noinherit;
    create role authenticated nologin noinherit;
    create role service_role nologin noinherit bypassrls;
  exception when duplicate_object then null; end $$;
  grant usage on schema public to anon, authenticated, service_role;
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
`

/**
 * A Supabase on this machine: PostgREST- and GoTrue-compatible, on a Postgres in memory (PGlite).
 * Everything is gone when it closes. Listens on 127.0.0.1 only.
 */
export async function startSupabase(options: {
  port: number
  migrations: readonly URL[]
}): Promise<LocalSupabase> {
  process.env.DO_NOT_TRACK = '1'
  const keys = {
    jwtSecret: randomBytes(32).toString('hex'),
    publishableKey: `sb_publishable_${randomBytes(16).toString('hex')}`,
    secretKey: `sb_secret_${randomBytes(16).toString('hex')}`,
  }
  const connection = await createPgliteConnection({
    url: 'memory://',
    pgliteOptions: { extensions: { btree_gist } },
  })
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      enable_signup: true,
      email: { enable_confirmations: false },
    },
  })
  await app.ensureSystemSchema()
  await connection.exec(ROLES)
  for (const migration of options.migrations) await connection.exec(await readFile(migration, 'utf8'))

  const server = createServer(
    getRequestListener(async (request) => preflight(request) ?? forBrowsers(await app.fetch(request))),
  )
  await listen(server, options.port)
  return {
    url: `http://127.0.0.1:${options.port}`,
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKey,
    sql: (query) => connection.exec(query),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await connection.close()
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
