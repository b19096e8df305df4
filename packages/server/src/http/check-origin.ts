import { MeetingsError } from '../errors/meetings-error.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/**
 * A browser sends cookies along with whatever any page asks for, so a request with a cookie session must prove
 * that it came from our own pages: by `Sec-Fetch-Site`, or by an `Origin` that is ours or trusted. Reading by
 * opening an address (a link in an e-mail) is allowed to everybody. Throws `ORIGIN_REJECTED`.
 */
export function checkOrigin(request: Request, trustedOrigins: readonly string[]): void {
  const origin = request.headers.get('origin')
  if (origin !== null && trustedOrigins.includes(origin)) return
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin') return
  if (SAFE_METHODS.has(request.method)) {
    // `none`: typed into the address bar. Old browsers and servers say nothing: they cannot read the answer.
    if (site === null || site === 'none' || request.headers.get('sec-fetch-mode') === 'navigate') return
  } else if (site === null && origin !== null && origin === new URL(request.url).origin) {
    // Browsers older than Sec-Fetch-Site still say where they come from.
    return
  }
  throw new MeetingsError('ORIGIN_REJECTED')
}
