import type { ErrorCode } from '@meetings/contract'
import { MeetingsError } from '../errors/meetings-error.ts'
import { requestIdOf } from '../http/request-id.ts'
import { DOCS_URL, respondError } from '../http/respond.ts'

/**
 * The answer of `fetch`, or `INTERNAL` in the shape of every other error when it fails. `meetings.fetch` never does;
 * what a host has wrapped around it may.
 */
export async function answerFailure(
  request: Request,
  fetch: () => Promise<Response>,
  onError: ((error: unknown) => void) | undefined,
): Promise<Response> {
  try {
    const response = await fetch()
    if (typeof response?.status === 'number' && response.status >= 200 && !response.bodyUsed) return response
    throw new TypeError(
      'The function around meetings.fetch returned no Response, or one that was read already.',
    )
  } catch (error) {
    reportFailure(error, onError)
    return failureResponse('INTERNAL', request)
  }
}

/** An error for those requests that `meetings.fetch` never sees. */
export function failureResponse(code: ErrorCode, request?: Request): Response {
  const create = () => crypto.randomUUID()
  const requestId = request === undefined ? create() : requestIdOf(request, create)
  return respondError(new MeetingsError(code), requestId, { detailed: false, docsUrl: DOCS_URL })
}

/** Tells the host; what listens must not break the answer. */
export function reportFailure(error: unknown, onError: ((error: unknown) => void) | undefined): void {
  try {
    if (onError) onError(error)
    else console.error('[meetings]', error)
  } catch {
    // Nowhere left to report to.
  }
}
