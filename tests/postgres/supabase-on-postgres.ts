import { App } from '@supabase/lite'
import { createPostgresConnection } from '@supabase/lite/postgres'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { SUPABASE_ROLES } from './supabase-roles.ts'

/** A Supabase whose database is a real Postgres, inside this process. */
export interface SupabaseOnPostgres {
  /** A client with the secret key, as a server has it. */
  client: SupabaseClient
  close(): Promise<void>
}

export interface SupabaseOnPostgresOptions {
  connectionString: string
  /** SQL texts, run in order. None when another process has prepared the database. */
  migrations?: readonly string[]
  /** Default: 10 connections. */
  connections?: number
}

/** PostgREST and GoTrue as Supabase Lite has them, with its Postgres driver, on a database of `startPostgres`. */
export async function openSupabaseOnPostgres(
  options: SupabaseOnPostgresOptions,
): Promise<SupabaseOnPostgres> {
  process.env.DO_NOT_TRACK = '1'
  const { connectionString, migrations, connections = 10 } = options
  const connection = createPostgresConnection({
    url: connectionString,
    postgresOptions: { max: connections, onnotice: () => {}, types: { jsonb: JSONB } },
  })
  const secretKey = 'sb_secret_local'
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: 'a-secret-of-at-least-32-characters!',
      publishable_key: 'sb_publishable_local',
      secret_key: secretKey,
    },
  })
  if (migrations !== undefined) {
    await connection.exec(SUPABASE_ROLES)
    await app.ensureSystemSchema()
    for (const migration of migrations) await connection.exec(migration)
  }
  return {
    client: createClient('http://supabase.local', secretKey, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { fetch: async (input, init) => app.fetch(new Request(input, init)) },
    }),
    close: () => connection.close(),
  }
}

// Lite hands JSON over as text, which its own driver would encode a second time: objects would arrive as strings.
const JSONB = {
  to: 3802,
  from: [3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
}
