import { ERROR_HEADER, IDEMPOTENCY_HEADER, REPLAYED_HEADER, REQUEST_ID_HEADER } from '@meetings/contract'

export interface CorsOptions {
  /** Origins whose pages may call these routes: `https://app.example.com`. `['*']` allows any, without cookies. */
  origins: readonly string[]
  /** Whether those pages may send cookies. They are trusted then, as if named in `trustedOrigins`. Default false. */
  credentials?: boolean
  /** How long a browser may remember the permission. Default 600 seconds. */
  maxAgeSeconds?: number
}

const ALLOWED_HEADERS = ['authorization', 'content-type', IDEMPOTENCY_HEADER, REQUEST_ID_HEADER].join(', ')
const EXPOSED_HEADERS = [ERROR_HEADER, REQUEST_ID_HEADER, REPLAYED_HEADER, 'retry-after'].join(', ')

/** Adds what a page of another origin needs to read the answer, to every answer, failures included. */
export function addCors(cors: CorsOptions | undefined, request: Request, response: Response): Response {
  if (cors === undefined) return response
  const { headers } = response
  headers.append('vary', 'Origin')
  const origin = request.headers.get('origin')
  const isAnyAllowed = cors.origins.includes('*')
  if (origin === null || !(isAnyAllowed || cors.origins.includes(origin))) return response

  headers.set('access-control-allow-origin', isAnyAllowed ? '*' : origin)
  if (cors.credentials) headers.set('access-control-allow-credentials', 'true')
  headers.set('access-control-expose-headers', EXPOSED_HEADERS)
  if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method')) {
    headers.set('access-control-allow-methods', headers.get('allow') ?? '')
    headers.set('access-control-allow-headers', ALLOWED_HEADERS)
    headers.set('access-control-max-age', String(cors.maxAgeSeconds ?? 600))
  }
  return response
}
