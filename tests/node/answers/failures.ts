import type { ErrorCode, MeetingRouteName } from '@meetings/contract'
import { MeetingsError } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { BOOKING_ID, MISSING_ID, USERS, world } from '../../../packages/server/test/world.ts'

/** One way to make the real server fail. */
export interface Failure {
  what: string
  /** `null` where no route of today answers it. */
  route: MeetingRouteName | null
  provoke(): Promise<Response>
}

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const CALLBACK = '/twilio/status-callback'
const BODY = JSON.stringify({ booking_id: BOOKING_ID })

const raise = (error: Error) => async () => {
  throw error
}
const broken = (error: Error, ...verbs: ('enter' | 'leave' | 'find' | 'list' | 'settle' | 'ping')[]) => ({
  ...memoryStore(),
  ...Object.fromEntries(verbs.map((verb) => [verb, raise(error)])),
})
const lost = new Error('connection refused')
const asCookie = { authenticate: () => ({ user: USERS.customer, via: 'cookie' as const }) }

/** For every code, how the server comes to answer it; the first is what its page shows. */
export const FAILURES: Record<ErrorCode, readonly [Failure, ...Failure[]]> = {
  UNAUTHENTICATED: [
    failure('nobody is signed in', 'launchVideo', () => world().post('/launch-video', null)),
    failure('nobody lists', 'listBookings', () => world().send('/bookings', { as: null })),
    failure('nobody reads the document', 'openapi', () => world().send('/openapi.json', { as: null })),
  ],
  ORIGIN_REJECTED: [
    failure('another page uses the session cookie', 'launchVideo', () =>
      world(asCookie).send('/launch-video', {
        method: 'POST',
        body: BODY,
        headers: { ...JSON_TYPE, origin: 'https://evil.example.org', 'sec-fetch-site': 'cross-site' },
      }),
    ),
    failure('another page reads with the session cookie', 'listBookings', () =>
      world(asCookie).send('/bookings', {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
      }),
    ),
  ],
  ACTION_FORBIDDEN: [failure('a customer ends it for all', 'endVideo', () => world().post('/end-video'))],
  WEBHOOK_SIGNATURE_INVALID: [
    failure('news without a signature', 'twilioStatusCallback', () =>
      world().send(CALLBACK, { as: null, method: 'POST', headers: FORM_TYPE, body: 'RoomName=x' }),
    ),
  ],
  BOOKING_NOT_FOUND: [
    failure('a stranger launches', 'launchVideo', () => world().post('/launch-video', 'stranger')),
    failure('it is not there', 'refreshToken', () => world().post('/refresh-token', 'host', MISSING_ID)),
    failure('a stranger leaves', 'leaveVideo', () => world().post('/leave-video', 'otherAdmin')),
    failure('a stranger ends', 'endVideo', () => world().post('/end-video', 'stranger')),
  ],
  ROUTE_NOT_FOUND: [
    failure('an unknown path', null, () => world().send('/launch')),
    failure('a video provider without news', 'twilioStatusCallback', () => {
      const { issueToken, endRoom } = world().video
      const { meetings } = world({ video: { issueToken, endRoom } } as object)
      return meetings.fetch(formRequest('RoomName=x'))
    }),
  ],
  METHOD_NOT_ALLOWED: [
    failure('another method', null, () => world().send('/launch-video', { method: 'GET' })),
  ],
  JOIN_TOO_EARLY: [
    failure('before the window', 'launchVideo', () => world({ time: '13:30:00' }).post('/launch-video')),
    failure('renewed before the window', 'refreshToken', () =>
      world({ time: '13:30:00' }).post('/refresh-token'),
    ),
  ],
  SLOT_TAKEN: [failure('a store says so', null, () => fromStore('SLOT_TAKEN'))],
  IDEMPOTENCY_IN_PROGRESS: [failure('a store says so', null, () => fromStore('IDEMPOTENCY_IN_PROGRESS'))],
  BOOKING_ENDED: [
    failure('after the end', 'launchVideo', () => world({ time: '15:00:00' }).post('/launch-video')),
    failure('renewed after it was completed', 'refreshToken', () =>
      world({ booking: { status: 'completed' } }).post('/refresh-token'),
    ),
  ],
  BOOKING_CANCELLED: [
    failure('it was cancelled', 'launchVideo', () => cancelled().post('/launch-video')),
    failure('renewed after it was cancelled', 'refreshToken', () => cancelled().post('/refresh-token')),
    failure('ended after it was cancelled', 'endVideo', () => cancelled().post('/end-video', 'host')),
  ],
  PAYLOAD_TOO_LARGE: [
    failure('a body over 64 kB', 'launchVideo', () => launchWith(BODY.padEnd(65_537))),
    failure('news over 64 kB', 'twilioStatusCallback', () =>
      world().meetings.fetch(formRequest('x'.repeat(65_537))),
    ),
  ],
  UNSUPPORTED_MEDIA_TYPE: [
    failure('a body that is not said to be JSON', 'launchVideo', () => launchWith(BODY, {})),
    failure('news in JSON', 'twilioStatusCallback', () =>
      world().send(CALLBACK, { as: null, method: 'POST', headers: JSON_TYPE, body: '{}' }),
    ),
  ],
  BODY_UNREADABLE: [
    failure('half a JSON', 'launchVideo', () => launchWith('{"booking_id":')),
    failure('news in no UTF-8', 'twilioStatusCallback', () =>
      world().meetings.fetch(formRequest(new Uint8Array([0xff]))),
    ),
  ],
  VALIDATION_FAILED: [
    failure('no UUID and a key too many', 'launchVideo', () =>
      launchWith('{"booking_id":"42","role":"host"}'),
    ),
    failure('a cursor of somebody else', 'listBookings', () => world().send('/bookings?cursor=x')),
    failure('a parameter too many', 'listBookings', () => world().send('/bookings?limit=0&as=admin')),
  ],
  IDEMPOTENCY_KEY_REUSED: [failure('a store says so', null, () => fromStore('IDEMPOTENCY_KEY_REUSED'))],
  RATE_LIMITED: [
    failure('too often', 'launchVideo', () => limited().post('/launch-video')),
    failure('the document too often', 'openapi', () => limited().send('/openapi.json')),
  ],
  INTERNAL: [
    failure('the host fails', 'launchVideo', () => world({ isAdmin: raise(lost) }).post('/launch-video')),
    failure('the sign-in fails', 'listBookings', () =>
      world({ authenticate: raise(lost) }).send('/bookings'),
    ),
    failure('a probe whose id maker fails', 'health', () =>
      world({
        requestId: () => {
          throw lost
        },
      }).send('/health'),
    ),
  ],
  CONFIG_INVALID: [
    failure('a user without an id', 'launchVideo', () =>
      world({ authenticate: () => ({ user: { id: '' }, via: 'bearer' }) }).post('/launch-video'),
    ),
  ],
  WEBHOOK_BODY_REWRITTEN: [
    failure('news without a body', 'twilioStatusCallback', async () => {
      const request = formRequest('RoomName=x')
      await request.text()
      return world().meetings.fetch(request)
    }),
  ],
  VIDEO_UNAVAILABLE: [
    failure('no token', 'launchVideo', () => withoutVideo('issueToken').post('/launch-video')),
    failure('no token to renew', 'refreshToken', () => withoutVideo('issueToken').post('/refresh-token')),
    failure('the room does not end', 'endVideo', async () => {
      const { post } = withoutVideo('endRoom')
      await post('/launch-video')
      return post('/end-video', 'host')
    }),
    failure('news that cannot be read', 'twilioStatusCallback', () =>
      withoutVideo('readNews').meetings.fetch(formRequest('RoomName=x')),
    ),
  ],
  STORE_UNAVAILABLE: [
    failure('no store to enter', 'launchVideo', () => withoutStore('enter').post('/launch-video')),
    failure('no store to ask', 'refreshToken', () => withoutStore('find').post('/refresh-token')),
    failure('no store to leave', 'leaveVideo', () => withoutStore('leave').post('/leave-video')),
    failure('no store to list', 'listBookings', () => withoutStore('list').send('/bookings')),
    failure('no store for the probe', 'health', () => withoutStore('ping').send('/health', { as: null })),
  ],
}

function failure(what: string, route: Failure['route'], provoke: () => Promise<Response>): Failure {
  return { what, route, provoke }
}

function launchWith(body: string, headers: Record<string, string> = JSON_TYPE): Promise<Response> {
  // Bytes bring no content type of their own.
  return world().send('/launch-video', { method: 'POST', headers, body: new TextEncoder().encode(body) })
}

function formRequest(body: string | Uint8Array<ArrayBuffer>): Request {
  const url = `https://app.example.com/api/meetings${CALLBACK}`
  return new Request(url, { method: 'POST', headers: FORM_TYPE, body })
}

function fromStore(code: ErrorCode): Promise<Response> {
  return world({ store: broken(new MeetingsError(code), 'enter') }).post('/launch-video')
}

function withoutStore(verb: 'enter' | 'leave' | 'find' | 'list' | 'ping') {
  return world({ store: broken(lost, verb) })
}

function withoutVideo(verb: 'issueToken' | 'endRoom' | 'readNews') {
  return world({ video: { ...world().video, [verb]: raise(lost) } })
}

function cancelled() {
  return world({ booking: { status: 'cancelled' } })
}

function limited() {
  const isOver = { msBeforeNext: 12_000 }
  return world({ rateLimit: { createLimiter: () => ({ consume: () => Promise.reject(isOver) }) } })
}
