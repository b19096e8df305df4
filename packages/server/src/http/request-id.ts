import { REQUEST_ID_HEADER } from '@meetings/contract'

const ACCEPTED = /^[A-Za-z0-9._:-]{1,128}$/

/** The id the caller or a proxy gave the request, when it is harmless to repeat; else a new one. */
export function requestIdOf(request: Request, create: () => string): string {
  const given = request.headers.get(REQUEST_ID_HEADER)
  return given !== null && ACCEPTED.test(given) ? given : create()
}
