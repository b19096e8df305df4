import { MEETING_ROUTES } from '@meetings/contract'
import { MeetingsError } from '../errors/meetings-error.ts'
import type { NewsRequest } from '../ports/video-provider.ts'
import { requireMediaType } from './media-type.ts'
import { bodyFate, readBody } from './read-body.ts'

/** A news request, and what the host's middleware may have done to it. */
export interface ReceivedNews extends NewsRequest {
  /** True when a body parser read the form before us and it was written again. */
  isRewritten: boolean
}

/**
 * The form and every address the room service may have sent it to. Its signature covers the address it knows,
 * which a proxy may have changed: the public one comes first, then what the proxies say, then what we see. To
 * believe a forged proxy header costs nothing: no signature fits an address that was made up.
 */
export async function readNewsRequest(
  request: Request,
  publicBase: string | null,
  bodyMs: number,
): Promise<ReceivedNews> {
  requireMediaType(request, 'application/x-www-form-urlencoded')
  if (bodyFate(request) === 'lost') {
    const cause = new Error(
      'Something read the body of the status callback before the meetings handler. Mount the handler before body ' +
        'parsers, or let them keep the bytes: express.urlencoded({ extended: false, verify: (req, res, bytes) => { req.rawBody = bytes } }).',
    )
    throw new MeetingsError('WEBHOOK_BODY_REWRITTEN', { cause })
  }
  const fields = [...new URLSearchParams(await readBody(request, bodyMs))]
  return {
    urls: addressesOf(request, publicBase),
    headers: request.headers,
    fields,
    isRewritten: bodyFate(request) === 'rewritten',
  }
}

function addressesOf(request: Request, publicBase: string | null): string[] {
  const seen = new URL(request.url)
  const path = `${seen.pathname}${seen.search}`
  const addresses = [
    // For `fetch`, which answers at this path; and for a handler at a path of the host's own.
    ...(publicBase === null
      ? []
      : [
          `${publicBase}${MEETING_ROUTES.twilioStatusCallback.path}${seen.search}`,
          ...atOrigin(path, publicBase),
        ]),
    ...forwarded(request, path),
    seen.href,
  ]
  return [...new Set(addresses)]
}

function forwarded({ headers }: Request, path: string): string[] {
  const first = (name: string) => headers.get(name)?.split(',')[0]?.trim()
  const host = first('x-forwarded-host') ?? first('host')
  const scheme = first('x-forwarded-proto') ?? 'https'
  const base = `${scheme}://${host}`
  return host === undefined ? [] : atOrigin(path, base)
}

/** A path may be none: `//:` at an address of the host's own. */
function atOrigin(path: string, base: string): string[] {
  return URL.canParse(path, base) ? [new URL(path, base).href] : []
}
