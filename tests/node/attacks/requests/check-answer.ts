import { CANARY } from './values.ts'

/** Every code a request can fail with because of the request, by status. */
const CODES: Record<number, readonly string[]> = {
  400: ['BODY_UNREADABLE'],
  401: ['UNAUTHENTICATED'],
  403: ['ORIGIN_REJECTED', 'ACTION_FORBIDDEN', 'REMOVED_FROM_MEETING', 'WEBHOOK_SIGNATURE_INVALID'],
  404: ['BOOKING_NOT_FOUND', 'PARTICIPANT_NOT_FOUND', 'ROUTE_NOT_FOUND'],
  405: ['METHOD_NOT_ALLOWED'],
  409: ['JOIN_TOO_EARLY', 'WAITING_FOR_ADMISSION', 'SLOT_TAKEN'],
  410: ['BOOKING_ENDED', 'BOOKING_CANCELLED'],
  413: ['PAYLOAD_TOO_LARGE'],
  415: ['UNSUPPORTED_MEDIA_TYPE'],
  422: ['VALIDATION_FAILED', 'IDEMPOTENCY_KEY_REUSED'],
  423: ['MEETING_LOCKED'],
  429: ['RATE_LIMITED'],
}

/** What is wrong with an answer; empty when nothing is. */
export async function problemsOf(method: string, response: Response): Promise<string[]> {
  const { status, headers } = response
  const text = await response.text()
  const everything = `${text}\n${Array.from(headers, (line) => line.join(': ')).join('\n')}`
  return [
    ...(everything.includes(CANARY) ? ['repeats what the caller sent'] : []),
    ...(headers.get('cache-control') === 'no-store' ? [] : ['may be cached']),
    ...(/^[A-Za-z0-9._:-]{1,128}$/.test(headers.get('x-request-id') ?? '') ? [] : ['has no request id']),
    ...(status < 400 ? successProblems(status, text) : failureProblems(status, headers, text, method)),
  ]
}

function successProblems(status: number, text: string): string[] {
  if (status !== 200 && status !== 204) return [`is a ${status}`]
  return status === 204 && text !== '' ? ['has a body though it says 204'] : []
}

function failureProblems(status: number, headers: Headers, text: string, method: string): string[] {
  const code = headers.get('x-meetings-error')
  if (!CODES[status]?.some((one) => one === code)) return [`is a ${status} ${code}`]
  if (method === 'HEAD' && text === '') return []
  const body = parsed(text)
  if (body === null) return [`is a ${status} without JSON`]
  const isInShape =
    typeof body['error'] === 'string' &&
    body['error'].length > 10 &&
    body['code'] === code &&
    body['requestId'] === headers.get('x-request-id') &&
    typeof body['retryable'] === 'boolean'
  return isInShape ? [] : ['is not in the shape of errors']
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
