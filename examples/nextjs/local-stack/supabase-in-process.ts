import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { App } from '@supabase/lite'
import { createPgliteConnection } from '@supabase/lite/pglite'

export interface SupabaseKeys {
  /** Signs sessions; 32 characters at least. */
  jwtSecret: string
  publishableKey: string
  secretKey: string
}

export interface SupabaseInProcess {
  /** The whole of it: `createClient(url, key, { global: { fetch } })` works with any `url`. */
  fetch: typeof fetch
  /** Runs SQL as the owner of the database: for what supabase-js cannot do here, such as roles of people. */
  sql(statements: string): Promise<unknown>
  close(): Promise<void>
}

/** Roles that hosted Supabase brings along, and what it grants them by default. */
const ROLES = `
  create role anon nologin noinherit;
  create role authenticated nologin noinherit;
  create role service_role nologin noinherit bypassrls;
  grant usage on schema public to anon, authenticated, service_role;
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
`

/**
 * A Supabase inside this process: PostgREST and GoTrue (Supabase Lite) on a Postgres in memory (PGlite), in
 * about five seconds. `migrations` are SQL texts, run in order. Everything is gone when it closes.
 */
export async function openSupabase(
  keys: SupabaseKeys,
  migrations: readonly string[],
): Promise<SupabaseInProcess> {
  process.env.DO_NOT_TRACK = '1'
  const connection = await createPgliteConnection({
    url: 'memory://',
    // The exclusion constraint on a host's time needs it; PGlite takes extensions only at its start.
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
  for (const migration of migrations) await connection.exec(migration)
  return {
    fetch: async (input, init) => app.fetch(new Request(input, init)),
    sql: (statements) => connection.exec(statements),
    close: () => connection.close(),
  }
}

/** Gives a person what only the backend may write; the local Supabase has no admin API for it. */
export async function setAppMetadata(
  supabase: Pick<SupabaseInProcess, 'sql'>,
  userId: string,
  appMetadata: Readonly<Record<string, string>>,
): Promise<void> {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  await supabase.sql(
    `update auth.users
     set raw_app_meta_data = coalesce(raw_app_meta_data::jsonb, '{}') || ${quoted(JSON.stringify(appMetadata))}::jsonb
     where id = ${quoted(userId)}`,
  )
}
