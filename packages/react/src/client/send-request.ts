import { ERROR_CODES, type ErrorCode } from '@meetings/contract'
import type { Clock } from '../clock/meeting-clock.ts'
import type { Answer } from './meetings-client.ts'
import type { MeetingsProblem, ProblemCode } from './meetings-problem.ts'
import { isRecord } from './readers.ts'

/** How long an answer may take before the request counts as unanswered, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 15_000

export interface RequestSetup {
  fetch: typeof globalThis.fetch
  clock: Clock
}

/** One request to a route of the server; `createMeetingsClient` adds the address and the access token. */
export interface RouteRequest<T> {
  method: 'GET' | 'POST' | 'PUT'
  /** Below the base path. */
  path: string
  query?: URLSearchParams
  body?: object
  headers?: Readonly<Record<string, string>>
  /** What a success is: JSON unless it says `text`. */
  as?: 'text'
  /** Throws for what it cannot understand. An answer without JSON is `null`. */
  read(body: unknown): T
  signal?: AbortSignal | undefined
  /** The page is closing: sent at once, with the last known access token. */
  keepAlive?: boolean
}

/** Sends a request. Never throws. */
export type Send = <T extends object>(request: RouteRequest<T>) => Promise<Answer<T>>

/**
 * One request, one answer. Never throws.
 * Problems carry codes and the server's own sentence, never a request's headers or body.
 */
export async function sendRequest<T>(
  setup: RequestSetup,
  url: string,
  init: RequestInit,
  { read, signal, as }: Pick<RouteRequest<T>, 'read' | 'signal' | 'as'>,
): Promise<Answer<T>> {
  if (signal?.aborted) return failed('SUPERSEDED', false)
  const stop = new AbortController()
  // With a reason: the error that a browser would make holds on to the click that ended the request.
  const onAbort = () => stop.abort('stopped')
  signal?.addEventListener('abort', onAbort)
  const cancelTimeout = setup.clock.after(REQUEST_TIMEOUT_MS, onAbort)
  try {
    const response = await setup.fetch(url, { ...init, signal: stop.signal })
    const body: unknown = await (as && response.ok ? response.text() : response.json()).catch(() => {
      // Half an answer is no answer; anything else that is no JSON was not written by our server.
      if (stop.signal.aborted) throw stop.signal.reason
      return null
    })
    if (!response.ok) return { ok: false, problem: problemOf(response.status, body) }
    return understood(read, body)
  } catch {
    return signal?.aborted ? failed('SUPERSEDED', false) : failed('NETWORK_UNREACHABLE', true)
  } finally {
    cancelTimeout()
    signal?.removeEventListener('abort', onAbort)
  }
}

function understood<T>(read: (body: unknown) => T, body: unknown): Answer<T> {
  try {
    return { ok: true, value: read(body) }
  } catch {
    return failed('UNEXPECTED_ANSWER', false)
  }
}

export function failed(code: ProblemCode, retryable: boolean): { ok: false; problem: MeetingsProblem } {
  return { ok: false, problem: { code, retryable } }
}

function problemOf(status: number, body: unknown): MeetingsProblem {
  if (!isRecord(body) || !isErrorCode(body.code)) {
    // A proxy's page: a bad gateway may pass, a wrong address will not.
    return { code: 'UNEXPECTED_ANSWER', retryable: status >= 500 || status === 429 }
  }
  const code = body.code
  const { error, requestId, retryable, details } = body
  return {
    code,
    retryable: retryable === true,
    ...(typeof error === 'string' ? { serverMessage: error } : {}),
    ...(typeof requestId === 'string' ? { requestId } : {}),
    ...(isRecord(details) ? { details } : {}),
  }
}

function isErrorCode(value: unknown): value is ErrorCode {
  return (ERROR_CODES as readonly unknown[]).includes(value)
}
