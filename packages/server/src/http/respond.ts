import { ERROR_HEADER, type ErrorBody, REQUEST_ID_HEADER } from '@meetings/contract'
import { causeOf, type MeetingsError } from '../errors/meetings-error.ts'

/** Where the pages about the codes are, unless the host has its own. */
export const DOCS_URL = 'https://unpkg.com/@meetings/server/dist/errors'

/** What a route has to say: a body for the wire, a file to keep, or nothing (204). */
export interface Answer {
  body?: unknown
  file?: { contentType: string; fileName: string; content: string }
  /** Besides those of every answer. */
  headers?: Record<string, string>
}

/** How failures are answered. */
export interface ErrorPolicy {
  /** Whether answers tell what really happened. */
  detailed: boolean
  /** Where the pages about the codes are. */
  docsUrl: string
}

/** A successful answer. */
export function respond({ body, file, headers: extra }: Answer, requestId: string): Response {
  const always = { ...headers(requestId), ...extra }
  if (file !== undefined) {
    const disposition = `attachment; filename="${file.fileName}"`
    const about = { 'content-type': file.contentType, 'content-disposition': disposition }
    return new Response(file.content, { status: 200, headers: { ...always, ...about } })
  }
  if (body === undefined) return new Response(null, { status: 204, headers: always })
  return new Response(JSON.stringify(body), { status: 200, headers: { ...always, ...JSON_TYPE } })
}

/** The answer to `OPTIONS`. */
export function respondAllow(allow: string, requestId: string): Response {
  return new Response(null, { status: 204, headers: { allow, ...headers(requestId) } })
}

/** The answer for a failure: the catalogue's status and sentence, and nothing of the cause unless asked for. */
export function respondError(
  error: MeetingsError,
  requestId: string,
  policy: ErrorPolicy,
  extra: Record<string, string> = {},
): Response {
  const { code, details, retryAfterSeconds } = error
  const cause = policy.detailed ? causeOf(error) : null
  const body = {
    error: error.message,
    code,
    requestId,
    retryable: error.retryable,
    ...(details === undefined ? {} : { details }),
    docs: `${policy.docsUrl}/${code}.md`,
    ...(cause === null ? {} : { cause }),
  } as ErrorBody
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: {
      ...headers(requestId),
      ...JSON_TYPE,
      [ERROR_HEADER]: code,
      ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
      ...extra,
    },
  })
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

function headers(requestId: string): Record<string, string> {
  return {
    // Answers carry tokens and people's names: no cache may keep them.
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    [REQUEST_ID_HEADER]: requestId,
  }
}
