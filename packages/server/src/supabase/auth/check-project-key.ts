import { isJwtShaped, readToken } from './read-token.ts'
import { isHosted } from './resolve-project-url.ts'

const WHERE_FROM =
  'It usually comes from NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY (NEXT_PUBLIC_SUPABASE_ANON_KEY in older projects).'

/**
 * Refuses a key that cannot be the publishable key of the project at `url`. Never repeats the key.
 * Throws a `TypeError` that says what is wrong and where the right one comes from.
 */
export function checkProjectKey(key: string, url: URL): void {
  if (typeof key !== 'string' || key === '') fail('is missing')
  if (!/^[\x21-\x7e]+$/.test(key)) fail('holds a space, a line break or another character that no key has')
  if (key.startsWith('sb_secret_'))
    fail('is the secret key. To recognise people, the publishable key is enough')
  // The keys of older projects are tokens, which say what they are for.
  const claims = isJwtShaped(key) ? readToken(key)?.payload : undefined
  if (claims === undefined) return
  if (claims.role === 'service_role')
    fail('is the service role key. To recognise people, the anon key is enough')
  if (claims.role !== 'anon') fail('is a token, but not the anon key')
  if (isHosted(url) && typeof claims.ref === 'string' && claims.ref !== url.hostname.split('.')[0]) {
    fail('belongs to another project than url')
  }
}

function fail(problem: string): never {
  throw new TypeError(`supabaseAuth: key ${problem}. ${WHERE_FROM}`)
}
