import { MeetingsError } from '../errors/meetings-error.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser sends cookies along with whatever any page asks for, so a request that changes something must
 * prove that it came from our own pages: by `Sec-Fetch-Site`, or by an `Origin` that is ours or trusted.
 * Throws `ORIGIN_REJECTED`.
 */
export function checkOrigin(request: Request, trustedOrigins: readonly string[]): void {
  if (SAFE_METHODS.has(request.method)) return
  const origin = request.headers.get('origin')
  if (origin !== null && trustedOrigins.includes(origin)) return
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin') return
  // Browsers older than Sec-Fetch-Site still say where they come from.
  if (site === null && origin !== null && origin === new URL(request.url).origin) return
  throw new MeetingsError('ORIGIN_REJECTED')
}
