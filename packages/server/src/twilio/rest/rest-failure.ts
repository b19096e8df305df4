import { MeetingsError } from '../../errors/meetings-error.ts'
import type { RestAnswer } from './rest-answer.ts'

/**
 * Twilio's refusal as one of our errors. What only the owner can put right is `CONFIG_INVALID`, the rest
 * `VIDEO_UNAVAILABLE`. The cause names Twilio's code and never repeats what was sent or received.
 */
export function refusal(path: string, { status, code, retryAfterSeconds }: RestAnswer): MeetingsError {
  const what = code === null ? `${status}` : `${status}, error ${code}`
  const said = `Twilio answered POST ${path} with ${what}.`
  if (status === 401 || status === 403) return misconfigured(`${said} ${CHECK_THE_KEY}${page(code)}`)
  if (status === 400 && code !== null)
    return misconfigured(`${said} It will not accept this room:${page(code)}`)
  const hint =
    code === null && status < 500 ? ' That is not how Twilio answers: check baseUrl and proxies.' : ''
  return new MeetingsError('VIDEO_UNAVAILABLE', {
    cause: new Error(`${said}${hint}`),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}

/** No answer came: the network failed, time was up, or the caller left. */
export function silence(path: string, why: string): MeetingsError {
  return new MeetingsError('VIDEO_UNAVAILABLE', { cause: new Error(`POST ${path} to Twilio: ${why}`) })
}

/**
 * Names a failed `fetch` without its text and without the error itself: depending on who made it, either can
 * hold the request with its Authorization header.
 */
export function describeFetchError(error: unknown): string {
  if (!(error instanceof Error)) return 'the network failed.'
  const inner = error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined
  const code = typeof inner === 'string' && /^[A-Z0-9_]{1,40}$/.test(inner) ? ` (${inner})` : ''
  return `the network failed${code}.`
}

const CHECK_THE_KEY =
  'Check TWILIO_API_KEY_SID, TWILIO_API_KEY_SECRET and TWILIO_ACCOUNT_SID: they must belong together, and the ' +
  'key to the region in use (20003 is a wrong key or secret, 20101 often a key of another region).'

function misconfigured(text: string): MeetingsError {
  return new MeetingsError('CONFIG_INVALID', { cause: new Error(text) })
}

function page(code: number | null): string {
  return code === null ? '' : ` https://www.twilio.com/docs/api/errors/${code}`
}
