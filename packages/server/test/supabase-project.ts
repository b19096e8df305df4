import type { Authenticated, MeetingsUser } from '../src/index.ts'
import { type SupabaseAuthOptions, type SupabaseRefusal, supabaseAuth } from '../src/supabase/index.ts'
import { fixedClock } from '../src/testing/index.ts'
import { fakeAuthServer } from './fake-auth-server.ts'

/** A project on a fake Supabase Auth, `supabaseAuth` for it, and a clock they share. */
export async function supabaseProject(options: Partial<SupabaseAuthOptions> = {}) {
  const clock = fixedClock('2026-11-22T14:00:00Z')
  const project = await fakeAuthServer({ now: clock.now, ...(options.url ? { url: options.url } : {}) })
  const refusals: SupabaseRefusal[] = []
  const authenticator = supabaseAuth({
    url: project.url,
    key: project.key,
    fetch: project.fetch,
    now: clock.now,
    onRefused: (reason) => refusals.push(reason),
    ...options,
  })
  const send = async (headers: HeadersInit): Promise<Authenticated<MeetingsUser> | null> =>
    authenticator({ request: new Request('https://app.example.com', { headers }), context: undefined })
  return {
    ...project,
    clock,
    refusals,
    authenticator,
    send,
    /** Sends the token as a bearer token. */
    authenticate: (token: string) => send({ authorization: `Bearer ${token}` }),
  }
}

/** A value as a part of a token. */
export function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
