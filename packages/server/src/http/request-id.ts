import { REQUEST_ID_HEADER } from '@meetings/contract'
import { configInvalid } from '../errors/meetings-error.ts'

const ACCEPTED = /^[A-Za-z0-9._:-]{1,128}$/
const SENDABLE = /^[!-~]{1,256}$/

/** The id the caller or a proxy gave the request, when it is harmless to repeat; else a new one. Throws `CONFIG_INVALID`. */
export function requestIdOf(request: Request, create: () => string): string {
  const given = request.headers.get(REQUEST_ID_HEADER)
  if (given !== null && ACCEPTED.test(given)) return given
  const created: unknown = create()
  if (typeof created === 'string' && SENDABLE.test(created)) return created
  throw configInvalid('requestId must return 1 to 256 visible ASCII characters: they are sent in a header.')
}
