import { DEFAULT_BASE_PATH, MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'
import type { MeetingClock } from '../clock/meeting-clock.ts'
import type { Answer, MeetingsClient } from './meetings-client.ts'
import { readBookingPage, readLaunchTicket, readLeaveReceipt, readTokenRenewal } from './read-answers.ts'
import { failed, sendRequest } from './send-request.ts'

export interface MeetingsClientOptions {
  /** Where the handlers are mounted: a path or a whole address. `/api/meetings` when left out. */
  baseUrl?: string | undefined
  /** Asked before every request. `null`: no bearer token, the server looks at cookies. */
  getAccessToken?: (() => Promise<string | null> | string | null) | undefined
  fetch: typeof globalThis.fetch
  /** Corrected by every answer that tells the server's time. */
  clock: MeetingClock
}

/** A launch that failed within the first span is sent once more after the second; in milliseconds. */
const QUICK_FAILURE_MS = 3_000
const LAUNCH_RETRY_MS = 300

/** The client over the route table, with the host's access token on every request. */
export function createMeetingsClient(options: MeetingsClientOptions): MeetingsClient {
  const { clock, getAccessToken = () => null } = options
  const base = (options.baseUrl ?? DEFAULT_BASE_PATH).replace(/\/+$/, '')
  // A closing page has no time to ask for a token: it uses the one of the last request.
  let lastAccessToken: string | null = null

  async function call<T extends object>(
    route: MeetingRouteName,
    read: (body: unknown) => T,
    input: { body?: object; query?: URLSearchParams; signal?: AbortSignal | undefined },
  ): Promise<Answer<T>> {
    try {
      lastAccessToken = await getAccessToken()
    } catch {
      // Whatever the host's sign-in threw may hold secrets: it goes nowhere.
      return failed('UNAUTHENTICATED', false)
    }
    const url = `${base}${MEETING_ROUTES[route].path}${input.query?.size ? `?${input.query}` : ''}`
    const askedAt = clock.now()
    const answer = await sendRequest(
      options,
      url,
      init(route, lastAccessToken, input.body),
      read,
      input.signal,
    )
    if (answer.ok && 'serverTime' in answer.value) clock.sync(String(answer.value.serverTime), askedAt)
    return answer
  }

  return {
    async launchVideo(bookingId, { signal } = {}) {
      const launch = () => call('launchVideo', readLaunchTicket, { body: { booking_id: bookingId }, signal })
      const askedAt = clock.now()
      const first = await launch()
      if (first.ok || first.problem.code !== 'NETWORK_UNREACHABLE') return first
      // After a time-out the person has waited long enough: they decide.
      if (clock.now() - askedAt > QUICK_FAILURE_MS) return first
      await new Promise<void>((resolve) => clock.after(LAUNCH_RETRY_MS, resolve))
      return launch()
    },

    refreshToken: (bookingId, { signal } = {}) =>
      call('refreshToken', readTokenRenewal, { body: { booking_id: bookingId }, signal }),

    leaveVideo(bookingId, { keepAlive = false } = {}) {
      const body = { booking_id: bookingId }
      if (!keepAlive) return call('leaveVideo', readLeaveReceipt, { body })
      const request = { ...init('leaveVideo', lastAccessToken, body), keepalive: true }
      return sendRequest(options, `${base}${MEETING_ROUTES.leaveVideo.path}`, request, readLeaveReceipt)
    },

    listBookings({ scope, limit, cursor }, { signal } = {}) {
      const query = new URLSearchParams()
      if (scope) query.set('scope', scope)
      if (limit !== undefined) query.set('limit', String(limit))
      if (cursor !== undefined) query.set('cursor', cursor)
      return call('listBookings', readBookingPage, { query, signal })
    },
  }
}

function init(route: MeetingRouteName, accessToken: string | null, body?: object): RequestInit {
  return {
    method: MEETING_ROUTES[route].method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }
}
