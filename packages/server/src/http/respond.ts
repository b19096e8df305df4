import { ERROR_HEADER, type ErrorBody, REQUEST_ID_HEADER } from '@meetings/contract'
import type { MeetingsError } from '../errors/meetings-error.ts'

/** A successful answer. */
export function respond(body: unknown, requestId: string): Response {
  return new Response(JSON.stringify(body), { status: 200, headers: headers(requestId) })
}

/** The answer to `OPTIONS`. */
export function respondAllow(allow: string, requestId: string): Response {
  return new Response(null, {
    status: 204,
    headers: { allow, 'cache-control': 'no-store', [REQUEST_ID_HEADER]: requestId },
  })
}

/** The answer for a failure: the catalogue's status and sentence, and nothing of the cause. */
export function respondError(
  error: MeetingsError,
  requestId: string,
  extra: Record<string, string> = {},
): Response {
  const body: ErrorBody = {
    error: error.message,
    code: error.code,
    requestId,
    retryable: error.retryable,
    ...(error.details === undefined ? {} : { details: error.details }),
  }
  const { retryAfterSeconds } = error
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: {
      ...headers(requestId),
      [ERROR_HEADER]: error.code,
      ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
      ...extra,
    },
  })
}

function headers(requestId: string): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    // Answers carry tokens and people's names: no cache may keep them.
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    [REQUEST_ID_HEADER]: requestId,
  }
}
