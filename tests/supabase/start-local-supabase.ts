import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import {
  openSupabase,
  type SupabaseInProcess,
  setAppMetadata,
} from '../../examples/nextjs/local-stack/supabase-in-process.ts'

/** The Supabase of the example's local stack, inside this process, with people who can sign in. */
export interface LocalSupabase extends SupabaseInProcess {
  /** Answers only through `fetch`: nothing listens there. */
  url: string
  publishableKey: string
  secretKey: string
  /** A client with the secret key, as a server has it. */
  serviceClient(options?: { fetch?: typeof fetch }): SupabaseClient
  signUp(person: LocalPerson): Promise<SignedInPerson>
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

/** Starts in about five seconds: share one among tests. `migrations` are SQL texts, run in order. */
export async function startLocalSupabase(migrations: readonly string[]): Promise<LocalSupabase> {
  const url = 'http://supabase.local'
  const keys = {
    jwtSecret: 'a-secret-of-at-least-32-characters!',
    publishableKey: 'sb_publishable_local',
    secretKey: 'sb_secret_local',
  }
  const supabase = await openSupabase(keys, migrations)
  const client = (key: string, clientFetch = supabase.fetch) =>
    createClient(url, key, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { fetch: clientFetch },
    })

  return {
    url,
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKey,
    ...supabase,
    serviceClient: (options = {}) => client(keys.secretKey, options.fetch),
    async signUp({ email, name, appMetadata = {} }) {
      const { auth } = client(keys.publishableKey)
      const password = 'local-password'
      const { data, error } = await auth.signUp({ email, password, options: { data: { full_name: name } } })
      if (error || !data.user) throw new Error(`${name} could not sign up: ${error?.message ?? 'no user'}`)
      await setAppMetadata(supabase, data.user.id, appMetadata)
      const signedIn = await auth.signInWithPassword({ email, password })
      if (!signedIn.data.session) throw new Error(`${name} could not sign in: ${signedIn.error?.message}`)
      return { id: data.user.id, accessToken: signedIn.data.session.access_token }
    },
  }
}
