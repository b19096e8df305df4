import type { ErrorCode, MeetingRouteName } from '@meetings/contract'
import { MeetingsError } from '@meetings/server'
import { memoryStore } from '@meetings/server/testing'
import { BOOKING_ID, MISSING_ID, TYPE_ID, USERS, world } from '../../../packages/server/test/world.ts'

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
const MODERATION = `/moderation?booking_id=${BOOKING_ID}`
const CANCEL = `/bookings/${BOOKING_ID}/cancel`
const SLOT = { meeting_type_id: TYPE_ID, start_time: '2026-11-23T09:00:00Z' }
const DRAFT = { ...SLOT, customer_name: 'Carl Customer', time_zone: 'Europe/Berlin' }
const BODY = JSON.stringify({ booking_id: BOOKING_ID })

type StoreVerb = 'enter' | 'leave' | 'find' | 'list' | 'settle' | 'moderate' | 'ping'

const raise = (error: Error) => async () => {
  throw error
}
const broken = (error: Error, verb: StoreVerb) => ({
  ...memoryStore(),
  [verb]: raise(error),
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
  ACTION_FORBIDDEN: [
    failure('a customer ends it for all', 'endVideo', () => world().post('/end-video')),
    failure('a guest cancels', 'cancelBooking', () => bookable().postJson(CANCEL, {}, 'guest')),
    failure('a customer removes somebody', 'removeParticipant', async () => {
      const { remove } = await withGuest()
      return remove(USERS.guest.id, 'customer')
    }),
    failure('somebody removes the host', 'removeParticipant', async () => {
      const { remove } = await withGuest()
      return remove(USERS.host.id, 'admin')
    }),
    failure('a guest locks it', 'lockMeeting', () => decide('/lock-meeting', { locked: true }, 'guest')),
    failure('a customer looks who waits', 'readModeration', () => world().send(MODERATION)),
    failure('what was made without a type is moved', 'rescheduleBooking', () =>
      bookable().postJson(`/bookings/${BOOKING_ID}/reschedule`, { start_time: SLOT.start_time }),
    ),
  ],
  REMOVED_FROM_MEETING: [
    failure('removed, and back', 'launchVideo', async () => {
      const { remove, post } = await withGuest()
      await remove(USERS.guest.id)
      return post('/launch-video', 'guest')
    }),
    failure('removed, and renewing', 'refreshToken', async () => {
      const { remove, post } = await withGuest()
      await remove(USERS.guest.id)
      return post('/refresh-token', 'guest')
    }),
  ],
  HOST_REFUSED: [
    failure('the host app does not let them in', 'launchVideo', () =>
      world({ hooks: { beforeLaunch: unpaid } }).post('/launch-video'),
    ),
    failure('the host app does not let them renew', 'refreshToken', () =>
      world({ hooks: { beforeLaunch: unpaid } }).post('/refresh-token'),
    ),
    failure('the host app does not let them book', 'createBooking', () =>
      bookable({ hooks: { beforeBook: unpaid } }).postJson('/bookings', DRAFT),
    ),
  ],
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
    failure('a stranger removes', 'removeParticipant', () =>
      decide('/remove-participant', { identity: USERS.guest.id }, 'stranger'),
    ),
    failure('a stranger locks', 'lockMeeting', () => decide('/lock-meeting', { locked: true }, 'stranger')),
    failure('a stranger looks who waits', 'readModeration', () =>
      world().send(MODERATION, { as: 'otherAdmin' }),
    ),
    failure('a stranger cancels', 'cancelBooking', () => bookable().postJson(CANCEL, {}, 'stranger')),
    failure('a stranger takes the file', 'bookingCalendar', () =>
      world().send(`/bookings/${BOOKING_ID}/calendar.ics`, { as: 'stranger' }),
    ),
  ],
  PARTICIPANT_NOT_FOUND: [
    failure('nobody of that identity', 'removeParticipant', async () => {
      const { remove } = await withGuest()
      return remove(USERS.stranger.id)
    }),
    failure('nobody to let back in', 'readmitParticipant', () =>
      decide('/readmit-participant', { identity: USERS.guest.id }),
    ),
    failure('nobody to let in', 'admitParticipant', () =>
      decide('/admit-participant', { identity: USERS.guest.id }),
    ),
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
  WAITING_FOR_ADMISSION: [
    failure('nobody let them in yet', 'launchVideo', () =>
      world({ waitingRoom: 'everyone' }).post('/launch-video'),
    ),
    failure('renewing is no way in', 'refreshToken', () =>
      world({ waitingRoom: 'everyone' }).post('/refresh-token'),
    ),
  ],
  SLOT_TAKEN: [
    failure('somebody was faster', 'createBooking', () => twice('key-1', 'key-2')),
    failure('somebody else holds it', 'holdSlot', async () => {
      const { postJson } = bookable()
      await postJson('/holds', SLOT)
      return postJson('/holds', SLOT, 'host')
    }),
    failure('moved onto another', 'rescheduleBooking', async () => {
      const { postJson } = bookable()
      const { id } = (await (await postJson('/bookings', DRAFT)).json()).booking
      const other = { start_time: '2026-11-23T10:00:00Z' }
      await postJson('/bookings', { ...DRAFT, ...other })
      return postJson(`/bookings/${id}/reschedule`, other)
    }),
  ],
  IDEMPOTENCY_IN_PROGRESS: [
    failure('the first is not done', 'createBooking', () => {
      const { schedule } = world()
      const book = async () => ({ outcome: 'key_in_progress' as const })
      return bookable({ schedule: { ...schedule, book } }).postJson('/bookings', DRAFT)
    }),
  ],
  BOOKING_ENDED: [
    failure('after the end', 'launchVideo', () => world({ time: '15:00:00' }).post('/launch-video')),
    failure('renewed after it was completed', 'refreshToken', () =>
      world({ booking: { status: 'completed' } }).post('/refresh-token'),
    ),
    failure('cancelled after the end', 'cancelBooking', () =>
      world({ time: '15:00:00' }).postJson(CANCEL, {}, 'host'),
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
    failure('a removal of nobody', 'removeParticipant', () => decide('/remove-participant', {})),
    failure('neither locked nor unlocked', 'lockMeeting', () => decide('/lock-meeting', { locked: 'yes' })),
    failure('nothing to look at', 'readModeration', () => world().send('/moderation', { as: 'host' })),
    failure('a cursor of somebody else', 'listBookings', () => world().send('/bookings?cursor=x')),
    failure('a draft without a name', 'createBooking', () => bookable().postJson('/bookings', SLOT)),
    failure('no such meeting type', 'holdSlot', () =>
      bookable().postJson('/holds', { ...SLOT, meeting_type_id: MISSING_ID }),
    ),
    failure('too many dates', 'listAvailability', () =>
      bookable().send(`/availability?meeting_type_id=${TYPE_ID}&from=2026-01-01&to=2027-01-01&time_zone=UTC`),
    ),
    failure('hours that end before they begin', 'saveSchedule', () =>
      bookable().putJson('/schedule', {
        time_zone: 'UTC',
        weekly: [{ weekday: 1, from: '17:00', to: '09:00' }],
        overrides: [],
        time_off: [],
      }),
    ),
    failure('a parameter too many', 'listBookings', () => world().send('/bookings?limit=0&as=admin')),
  ],
  IDEMPOTENCY_KEY_REUSED: [
    failure('another request with the key', 'createBooking', () =>
      twice('key-1', 'key-1', { notes: 'And one thing more.' }),
    ),
  ],
  MEETING_LOCKED: [
    failure('locked before they came', 'launchVideo', async () => (await locked()).post('/launch-video')),
    failure('renewing is no way in', 'refreshToken', async () => (await locked()).post('/refresh-token')),
  ],
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
    failure('nobody can be sent out', 'removeParticipant', async () => {
      const { remove } = await withGuest(withoutVideo('removeParticipant'))
      return remove(USERS.guest.id)
    }),
    failure('news that cannot be read', 'twilioStatusCallback', () =>
      withoutVideo('readNews').meetings.fetch(formRequest('RoomName=x')),
    ),
  ],
  STORE_UNAVAILABLE: [
    failure('no store to enter', 'launchVideo', () => withoutStore('enter').post('/launch-video')),
    failure('no store to ask', 'refreshToken', () => withoutStore('find').post('/refresh-token')),
    failure('no store to leave', 'leaveVideo', () => withoutStore('leave').post('/leave-video')),
    failure('no store to book in', 'createBooking', () => {
      const { schedule } = world()
      return bookable({ schedule: { ...schedule, book: raise(lost) } }).postJson('/bookings', DRAFT)
    }),
    failure('no store to decide in', 'lockMeeting', () =>
      withoutStore('moderate').postJson('/lock-meeting', { booking_id: BOOKING_ID, locked: true }, 'host'),
    ),
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

/** The day before the slot. */
function bookable(options: Parameters<typeof world>[0] = {}) {
  return world({ time: '12:00:00', ...options })
}

async function twice(first: string, second: string, changes: object = {}): Promise<Response> {
  const { postJson } = bookable()
  await postJson('/bookings', DRAFT, 'customer', { 'idempotency-key': first })
  return postJson('/bookings', { ...DRAFT, ...changes }, 'customer', { 'idempotency-key': second })
}

function withoutStore(verb: StoreVerb) {
  return world({ store: broken(lost, verb) })
}

/** Host and guest are in; the host removes somebody. */
async function withGuest(server = world()) {
  await server.post('/launch-video', 'host')
  await server.post('/launch-video', 'guest')
  const remove = (identity: string, as: 'host' | 'customer' | 'admin' = 'host') =>
    server.postJson('/remove-participant', { booking_id: BOOKING_ID, identity }, as)
  return { ...server, remove }
}

/** A decision about a meeting that nobody is in. */
function decide(path: string, what: object, as: 'host' | 'guest' | 'stranger' = 'host') {
  return world().postJson(path, { booking_id: BOOKING_ID, ...what }, as)
}

async function locked() {
  const server = world()
  await server.postJson('/lock-meeting', { booking_id: BOOKING_ID, locked: true }, 'host')
  return server
}

function unpaid() {
  throw new MeetingsError('HOST_REFUSED', {
    message: 'Please pay the invoice first.',
    details: { reason: 'unpaid' },
  })
}

function withoutVideo(verb: 'issueToken' | 'endRoom' | 'removeParticipant' | 'readNews') {
  return world({ video: { ...world().video, [verb]: raise(lost) } })
}

function cancelled() {
  return world({ booking: { status: 'cancelled' } })
}

function limited() {
  const isOver = { msBeforeNext: 12_000 }
  return world({ rateLimit: { createLimiter: () => ({ consume: () => Promise.reject(isOver) }) } })
}
