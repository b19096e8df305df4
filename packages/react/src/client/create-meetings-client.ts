import { type BookingRequest, DEFAULT_BASE_PATH, MEETING_ROUTES } from '@meetings/contract'
import type { MeetingClock } from '../clock/meeting-clock.ts'
import type { MeetingsClient } from './meetings-client.ts'
import { readBookingPage, readLaunchTicket, readLeaveReceipt, readTokenRenewal } from './read-answers.ts'
import { failed, type RouteRequest, type Send, sendRequest } from './send-request.ts'

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
export function createMeetingsClient(options: MeetingsClientOptions): MeetingsClient & { send: Send } {
  const { clock, getAccessToken = () => null } = options
  const base = (options.baseUrl ?? DEFAULT_BASE_PATH).replace(/\/+$/, '')
  // A closing page has no time to ask for a token: it uses the one of the last request.
  let lastAccessToken: string | null = null

  const send: Send = async (request) => {
    const { path, query, keepAlive } = request
    const url = `${base}${path}${query?.size ? `?${query}` : ''}`
    if (keepAlive) return sendRequest(options, url, init(request, lastAccessToken), request)
    try {
      lastAccessToken = await getAccessToken()
    } catch {
      // Whatever the host's sign-in threw may hold secrets: it goes nowhere.
      return failed('UNAUTHENTICATED', false)
    }
    const askedAt = clock.now()
    const answer = await sendRequest(options, url, init(request, lastAccessToken), request)
    if (answer.ok && 'serverTime' in answer.value) clock.sync(String(answer.value.serverTime), askedAt)
    return answer
  }

  return {
    send,

    async launchVideo(bookingId, { signal } = {}) {
      const launch = () =>
        send({ ...MEETING_ROUTES.launchVideo, read: readLaunchTicket, body: bodyOf(bookingId), signal })
      const askedAt = clock.now()
      const first = await launch()
      if (first.ok || first.problem.code !== 'NETWORK_UNREACHABLE') return first
      // After a time-out the person has waited long enough: they decide.
      if (clock.now() - askedAt > QUICK_FAILURE_MS) return first
      await new Promise<void>((resolve) => clock.after(LAUNCH_RETRY_MS, resolve))
      return launch()
    },

    refreshToken: (bookingId, { signal } = {}) =>
      send({ ...MEETING_ROUTES.refreshToken, read: readTokenRenewal, body: bodyOf(bookingId), signal }),

    leaveVideo: (bookingId, { keepAlive = false } = {}) =>
      send({ ...MEETING_ROUTES.leaveVideo, read: readLeaveReceipt, body: bodyOf(bookingId), keepAlive }),

    listBookings({ scope, limit, cursor }, { signal } = {}) {
      const query = new URLSearchParams()
      if (scope) query.set('scope', scope)
      if (limit !== undefined) query.set('limit', String(limit))
      if (cursor !== undefined) query.set('cursor', cursor)
      return send({ ...MEETING_ROUTES.listBookings, read: readBookingPage, query, signal })
    },
  }
}

function bodyOf(bookingId: string): BookingRequest {
  return { booking_id: bookingId }
}

type Head = Pick<RouteRequest<unknown>, 'method' | 'body' | 'headers' | 'keepAlive'>

function init({ method, body, headers, keepAlive }: Head, accessToken: string | null): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...headers,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(keepAlive ? { keepalive: true } : {}),
  }
}
