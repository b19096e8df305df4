import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { App } from '@supabase/lite'
import { createPgliteConnection } from '@supabase/lite/pglite'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'

/** A Supabase inside this process: PostgREST and GoTrue on a Postgres in memory. Gone when it closes. */
export interface LocalSupabase {
  /** Answers only through `fetch`: nothing listens there. */
  url: string
  publishableKey: string
  secretKey: string
  /** Give it to every client: `createClient(url, key, { global: { fetch } })`. */
  fetch: typeof fetch
  /** Runs SQL as the owner of the database. */
  sql(statements: string): Promise<unknown>
  /** A client with the secret key, as a server has it. */
  serviceClient(options?: { fetch?: typeof fetch }): SupabaseClient
  signUp(person: LocalPerson): Promise<SignedInPerson>
  close(): Promise<void>
}

export interface LocalPerson {
  email: string
  name: string
  /** What only the backend may write: `role`, `organization_id`. */
  appMetadata?: Record<string, string>
}

export interface SignedInPerson {
  id: string
  accessToken: string
}

/** Roles that hosted Supabase brings along, and that it grants everything to by default. */
const ROLES = `
  create role anon nologin noinherit;
  create role authenticated nologin noinherit;
  create role service_role nologin noinherit bypassrls;
  grant usage on schema public to anon, authenticated, service_role;
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
`

/** Starts in about five seconds: share one among tests. `migrations` are SQL texts, run in order. */
export async function startLocalSupabase(migrations: readonly string[]): Promise<LocalSupabase> {
  process.env.DO_NOT_TRACK = '1'
  const url = 'http://supabase.local'
  const publishableKey = 'sb_publishable_local'
  const secretKey = 'sb_secret_local'
  const connection = await createPgliteConnection({
    url: 'memory://',
    // The exclusion constraint on a host's time needs it; PGlite takes extensions only at its start.
    pgliteOptions: { extensions: { btree_gist } },
  })
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: 'a-secret-of-at-least-32-characters!',
      publishable_key: publishableKey,
      secret_key: secretKey,
      enable_signup: true,
      email: { enable_confirmations: false },
    },
  })
  await app.ensureSystemSchema()
  await connection.exec(ROLES)
  for (const migration of migrations) await connection.exec(migration)

  const localFetch: typeof fetch = async (input, init) => app.fetch(new Request(input, init))
  const client = (key: string, clientFetch = localFetch) =>
    createClient(url, key, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { fetch: clientFetch },
    })

  return {
    url,
    publishableKey,
    secretKey,
    fetch: localFetch,
    sql: (statements) => connection.exec(statements),
    serviceClient: (options = {}) => client(secretKey, options.fetch),
    async signUp({ email, name, appMetadata = {} }) {
      const { auth } = client(publishableKey)
      const password = 'local-password'
      const { data, error } = await auth.signUp({ email, password, options: { data: { full_name: name } } })
      if (error || !data.user) throw new Error(`${name} could not sign up: ${error?.message ?? 'no user'}`)
      // The local Supabase has no admin API for what only the backend may write.
      await connection.exec(
        `update auth.users
         set raw_app_meta_data = coalesce(raw_app_meta_data::jsonb, '{}') || '${JSON.stringify(appMetadata)}'::jsonb
         where id = '${data.user.id}'`,
      )
      const signedIn = await auth.signInWithPassword({ email, password })
      if (!signedIn.data.session) throw new Error(`${name} could not sign in: ${signedIn.error?.message}`)
      return { id: data.user.id, accessToken: signedIn.data.session.access_token }
    },
    close: () => connection.close(),
  }
}
