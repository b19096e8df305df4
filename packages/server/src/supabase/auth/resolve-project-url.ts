const WHERE_FROM =
  'It usually comes from NEXT_PUBLIC_SUPABASE_URL and looks like https://<project>.supabase.co.'

/**
 * The address of a Supabase project, checked for what people paste by mistake. A self-hosted one may live under a
 * path. Throws a `TypeError` that says what is wrong and where the right one comes from.
 */
export function resolveProjectUrl(value: string, allowInsecureUrl: boolean): URL {
  if (typeof value !== 'string' || !URL.canParse(value)) fail('is missing or no URL')
  const url = new URL(value)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') fail('must begin with https://')
  if (url.username !== '' || url.password !== '') fail('must not hold a user name or password')
  if (url.search !== '' || url.hash !== '') fail('must end before any ? or #')
  if (/^(www\.)?supabase\.com$/.test(url.hostname))
    fail("is a page of Supabase's website, not of your project")
  const mayHavePath =
    !isHosted(url) && !/\/(auth|rest|storage|functions|realtime|graphql)\/v\d/.test(url.pathname)
  if (url.pathname !== '/' && !mayHavePath) fail('must be the address of the project, without a path')
  if (url.protocol === 'http:' && (isHosted(url) || (!isNear(url.hostname) && !allowInsecureUrl))) {
    fail(
      'must begin with https://: over http anybody on the way can read tokens and replace the keys they are checked with',
    )
  }
  return url
}

/** True for a project at Supabase itself, whose host begins with the project's reference. */
export function isHosted(url: URL): boolean {
  return /^[a-z0-9-]+\.supabase\.(co|in|red)$/.test(url.hostname)
}

/** This machine, a name inside its network, or a private address. */
function isNear(hostname: string): boolean {
  return (
    !/[.:]/.test(hostname) ||
    /\.(localhost|local|internal|test)$/.test(hostname) ||
    /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./.test(hostname) ||
    /^\[(::1|f[cd][0-9a-f]{2}:.*|fe80:.*)\]$/.test(hostname)
  )
}

function fail(problem: string): never {
  throw new TypeError(`supabaseAuth: url ${problem}. ${WHERE_FROM}`)
}
