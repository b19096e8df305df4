import type { CallOptions } from '../../ports/call-options.ts'
import type { TwilioAccount } from '../check-options.ts'
import { type RestAnswer, readAnswer } from './rest-answer.ts'
import { describeFetchError, silence } from './rest-failure.ts'

/** The world a REST client lives in. */
export interface RestWorld {
  fetch: typeof fetch
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  random: () => number
}

/** Posts a form to Twilio. Rejects with `VIDEO_UNAVAILABLE` when no answer comes; refusals are answers. */
export type RestClient = (
  path: string,
  form: Readonly<Record<string, string>>,
  options?: CallOptions,
) => Promise<RestAnswer>

// Worth trying again: too many requests, and a service that says it is back soon.
const RETRIED = new Set([429, 503])
const LONGEST_PAUSE_MS = 2000

/**
 * A client for calls that may safely be made twice: it retries once, after a pause, within one limit of time
 * for everything. Twilio's library has neither a signal nor `Retry-After`, and its errors carry the
 * Authorization header (docs/decisions/0006-twilio-rest-over-fetch.md).
 */
export function createRestClient(account: TwilioAccount, world: RestWorld): RestClient {
  const headers = {
    authorization: `Basic ${base64(`${account.apiKeySid}:${account.apiKeySecret}`)}`,
    accept: 'application/json',
  }

  return async (path, form, { signal } = {}) => {
    const call = startCall(account.timeoutMs, world, signal)
    const attempt = async (): Promise<RestAnswer | string> => {
      if (call.signal.aborted) return 'not sent.'
      try {
        const body = new URLSearchParams(form)
        // Redirects are not followed: the key goes to Twilio only.
        const init = { method: 'POST', headers, body, redirect: 'manual', signal: call.signal } as const
        return await orAborted(world.fetch(`${account.restUrl}${path}`, init).then(readAnswer), call.signal)
      } catch (error) {
        return describeFetchError(error)
      }
    }
    try {
      let outcome = await attempt()
      const pause = pauseAfter(outcome, world.random)
      if (pause !== null && !call.signal.aborted) {
        await world.sleep(pause, call.signal)
        if (!call.signal.aborted) outcome = await attempt()
      }
      if (typeof outcome !== 'string') return outcome
      throw silence(path, call.whyStopped() ?? outcome)
    } finally {
      call.end()
    }
  }
}

/** How long to wait before the second try; null when there is none. */
function pauseAfter(outcome: RestAnswer | string, random: () => number): number | null {
  if (typeof outcome !== 'string' && !RETRIED.has(outcome.status)) return null
  const asked = typeof outcome === 'string' ? 0 : (outcome.retryAfterSeconds ?? 0) * 1000
  // Spread, so that servers that failed together do not come back together.
  const pause = asked + 100 + Math.floor(random() * 400)
  return pause > LONGEST_PAUSE_MS ? null : pause
}

/** One call's limits: the caller's signal and the time it may take. */
function startCall(timeoutMs: number, { sleep }: RestWorld, caller: AbortSignal | undefined) {
  const late = new AbortController()
  const over = new AbortController()
  void sleep(timeoutMs, over.signal).then(() => {
    if (!over.signal.aborted) late.abort()
  })
  return {
    signal: caller === undefined ? late.signal : AbortSignal.any([caller, late.signal]),
    whyStopped: () => {
      if (caller?.aborted) return 'given up, as nobody waits for the answer any more.'
      return late.signal.aborted ? `no answer within ${timeoutMs} ms.` : null
    },
    end: () => over.abort(),
  }
}

/** The promise, unless the signal is aborted first: a `fetch` that ignores its signal must not hold us up. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('stopped'))
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

// `btoa` takes bytes only.
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
