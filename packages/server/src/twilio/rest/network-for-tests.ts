import { inspect } from 'node:util'
import { isMeetingsError, type MeetingsError } from '../../errors/meetings-error.ts'
import { type TwilioVideoOptions, twilioVideo } from '../index.ts'

export const account = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'the-api-key-secret',
  authToken: 'the-auth-token',
}
/** How the API key travels. */
export const BASIC = btoa(`${account.apiKeySid}:${account.apiKeySecret}`)
export const ROOM = 'meeting_0b000000-0000-4000-8000-000000000001'

/** What the network does with one request. */
export type Outcome = Response | Error | 'silence'

/** Twilio Video on a network that does as it is told, with a clock that waits for nobody. */
export function world(outcomes: Outcome[], options: Partial<TwilioVideoOptions> = {}) {
  const requests: { url: string; form: Record<string, string>; init: RequestInit }[] = []
  const pauses: number[] = []
  let timeIsUp = () => {}
  const video = twilioVideo({
    ...account,
    timeoutMs: 8000,
    random: () => 0.5,
    fetch: async (input, init = {}) => {
      requests.push({ url: String(input), form: Object.fromEntries(init.body as URLSearchParams), init })
      const outcome = outcomes.shift() ?? new Response('{}', { status: 201 })
      if (outcome === 'silence') return new Promise(() => {})
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    sleep: (ms, signal) => {
      if (ms === 8000) {
        return new Promise((resolve) => {
          timeIsUp = resolve
          signal.addEventListener('abort', () => resolve())
        })
      }
      pauses.push(ms)
      return Promise.resolve()
    },
    ...options,
  })
  return { video, requests, pauses, timeIsUp: () => timeIsUp() }
}

/** An answer of Twilio, or (without a code) of somebody else. */
export function refused(status: number, code: number | null = null, headers: Record<string, string> = {}) {
  return new Response(
    code === null ? 'no JSON' : JSON.stringify({ code, message: 'Twilio’s words', status }),
    {
      status,
      headers,
    },
  )
}

/** What the call is rejected with, and everything it shows when it is printed. */
export async function failureOf(call: Promise<unknown>): Promise<{ error: MeetingsError; printed: string }> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isMeetingsError(error)) throw new Error(`expected a MeetingsError, not ${String(error)}`)
  return { error, printed: inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) }
}
