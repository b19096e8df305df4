import { describe, expect, it } from 'vitest'
import { BOOKING_ID, USERS, world } from '../test/world.ts'
import { createMeetings, isMeetingsError, type MeetingsError, type MeetingsOptions } from './index.ts'
import { fakeVideo, memoryStore } from './testing/index.ts'

const json = { 'content-type': 'application/json' }
const body = JSON.stringify({ booking_id: BOOKING_ID })

describe('every answer', () => {
  it.each([
    ['POST', '/launch-video', 'customer'],
    ['POST', '/launch-video', null],
    ['POST', '/refresh-token', 'stranger'],
    ['GET', '/bookings', 'customer'],
    ['GET', '/bookings', null],
    ['GET', '/nothing', 'customer'],
    ['PUT', '/bookings', 'customer'],
    ['OPTIONS', '/bookings', null],
  ] as const)('of %s %s as %s is kept out of caches and carries the request id', async (method, path, as) => {
    const init = method === 'POST' ? { method, body, headers: json } : { method }
    const response = await world().send(path, { ...init, as })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-request-id')).toBe('request-1')
  })

  it('repeats a harmless request id of the caller, and replaces any other', async () => {
    const { send } = world()
    const idFor = async (id: string) =>
      (await send('/bookings', { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    expect(await idFor('trace-7:a.b_c')).toBe('trace-7:a.b_c')
    expect(await idFor('<script>')).toBe('request-1')
    expect(await idFor('x'.repeat(129))).toBe('request-1')
  })

  it('of a failure is JSON that says what to do', async () => {
    const response = await world().post('/launch-video', null)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('x-meetings-error')).toBe('UNAUTHENTICATED')
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await response.json()).toEqual({
      error: 'Please sign in to continue.',
      code: 'UNAUTHENTICATED',
      requestId: 'request-1',
      retryable: false,
      docs: 'https://unpkg.com/@meetings/server/dist/errors/UNAUTHENTICATED.md',
    })
  })

  it('of a failure tells its cause only where it was asked to', async () => {
    const store = {
      ...memoryStore(),
      list: () => Promise.reject(new Error('relation "bookings" is missing')),
    }
    const causeIn = async (errors: MeetingsOptions['errors']) =>
      (await (await world({ store, ...(errors && { errors }) }).send('/bookings')).json()).cause
    expect(await causeIn(undefined)).toBeUndefined()
    expect(await causeIn({ detailed: false })).toBeUndefined()
    expect(await causeIn({ detailed: true })).toBe('Error: relation "bookings" is missing')
  })

  it('of a failure links to the pages of the host when it has its own', async () => {
    const { send } = world({ errors: { docsUrl: 'https://docs.example.com/errors/' } })
    const { docs } = await (await send('/bookings', { as: null })).json()
    expect(docs).toBe('https://docs.example.com/errors/UNAUTHENTICATED.md')
  })
})

describe('routing', () => {
  it.each([
    ['GET', '/launch-video', 'POST, OPTIONS'],
    ['DELETE', '/bookings', 'GET, POST, HEAD, OPTIONS'],
    ['POST', '/schedule', 'GET, PUT, HEAD, OPTIONS'],
    ['GET', `/bookings/${BOOKING_ID}/cancel`, 'POST, OPTIONS'],
  ])('answers %s %s with 405 and the methods that work', async (method, path, allow) => {
    const response = await world().send(path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
    expect(response.headers.get('x-meetings-error')).toBe('METHOD_NOT_ALLOWED')
  })

  it('answers OPTIONS without asking who calls', async () => {
    const response = await world().send('/launch-video', { method: 'OPTIONS', as: null })
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([
      204,
      'POST, OPTIONS',
      '',
    ])
  })

  it('answers HEAD like GET, without the body', async () => {
    const response = await world().send('/bookings', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect((await world().send('/bookings', { method: 'HEAD', as: null })).status).toBe(401)
  })

  it.each(['/', '', '/launch-video/x', '/Launch-Video', '/__proto__', '/..', '//bookings'])(
    'finds nothing at %j',
    async (path) => {
      const response = await world().send(path)
      expect([response.status, response.headers.get('x-meetings-error')]).toEqual([404, 'ROUTE_NOT_FOUND'])
    },
  )

  it('takes a slash at the end', async () => {
    expect((await world().send('/bookings/')).status).toBe(200)
  })

  it.each(['/', '/v1/calls', '/v1/calls/'])('lives under the base path %s', async (basePath) => {
    const { meetings } = world({ basePath })
    const url = `https://app.example.com${basePath.replace(/\/$/, '')}/bookings`
    const request = new Request(url, { headers: { authorization: 'Bearer customer' } })
    expect((await meetings.fetch(request)).status).toBe(200)
    expect((await meetings.fetch(new Request('https://app.example.com/api/meetings/bookings'))).status).toBe(
      404,
    )
  })

  it('offers each route alone, for a URL of your own', async () => {
    const { meetings } = world()
    const headers = { ...json, authorization: 'Bearer customer' }
    const url = 'https://app.example.com/anywhere'
    const launched = await meetings.handlers.launchVideo(new Request(url, { method: 'POST', headers, body }))
    expect(launched.status).toBe(200)
    expect((await meetings.handlers.listBookings(new Request(url, { headers }))).status).toBe(200)
    expect((await meetings.handlers.launchVideo(new Request(url, { headers }))).status).toBe(405)
  })
})

describe('a request body', () => {
  const send = (init: RequestInit) =>
    world().send('/launch-video', { method: 'POST', headers: json, ...init })
  const stream = (chunks: readonly Uint8Array[]): RequestInit & { duplex: 'half' } => ({
    body: new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk)
        controller.close()
      },
    }),
    duplex: 'half',
  })
  const padded = (size: number) => body.padEnd(size, ' ')

  it.each<[string, RequestInit, number, string]>([
    ['is missing', {}, 400, 'BODY_UNREADABLE'],
    ['is empty', { body: '' }, 400, 'BODY_UNREADABLE'],
    ['is no JSON', { body: '{"booking_id":' }, 400, 'BODY_UNREADABLE'],
    ['is no UTF-8', { body: new Uint8Array([34, 0xff, 34]) }, 400, 'BODY_UNREADABLE'],
    ['is a list', { body: '[]' }, 422, 'VALIDATION_FAILED'],
    ['is null', { body: 'null' }, 422, 'VALIDATION_FAILED'],
    ['holds no id', { body: '{}' }, 422, 'VALIDATION_FAILED'],
    ['holds an id that is no UUID', { body: '{"booking_id":"1"}' }, 422, 'VALIDATION_FAILED'],
    ['holds an id that is no text', { body: '{"booking_id":{"$ne":""}}' }, 422, 'VALIDATION_FAILED'],
    ['holds another key', { body: body.replace('{', '{"admin":true,') }, 422, 'VALIDATION_FAILED'],
    ['holds a prototype key', { body: body.replace('{', '{"__proto__":{"a":1},') }, 422, 'VALIDATION_FAILED'],
    ['has no content type', { body, headers: {} }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'is a form',
      { body: `booking_id=${BOOKING_ID}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'is in another charset',
      { body, headers: { 'content-type': 'application/json; charset=latin1' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['is over 64 kB', { body: padded(65_537) }, 413, 'PAYLOAD_TOO_LARGE'],
    [
      'is over 64 kB and says so',
      { body: padded(65_537), headers: { ...json, 'content-length': '65537' } },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'is over 64 kB and lies',
      { body: padded(65_537), headers: { ...json, 'content-length': '7' } },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
  ])('that %s is refused', async (_what, init, status, code) => {
    const response = await send(init)
    expect([response.status, response.headers.get('x-meetings-error')]).toEqual([status, code])
    expect((await response.json()).code).toBe(code)
  })

  it('of exactly 64 kB is read', async () => {
    expect((await send({ body: padded(65_536) })).status).toBe(200)
  })

  it('is read no further than 64 kB when it never ends', async () => {
    let sent = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384
        controller.enqueue(new Uint8Array(16_384))
      },
      cancel() {
        cancelled = true
      },
    })
    const init: RequestInit & { duplex: 'half' } = { body: endless, duplex: 'half' }
    expect((await send(init)).status).toBe(413)
    expect(cancelled).toBe(true)
    expect(sent).toBeLessThan(65_536 * 3)
  })

  it('is read when a character is split between two pieces', async () => {
    const bytes = new TextEncoder().encode(`{"booking_id":"${BOOKING_ID}"}`)
    expect((await send(stream([bytes.slice(0, 20), bytes.slice(20)]))).status).toBe(200)
  })

  it('that breaks off is answered, not thrown', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error('connection reset'))
      },
    })
    const init: RequestInit & { duplex: 'half' } = { body: broken, duplex: 'half' }
    expect((await send(init)).status).toBe(400)
  })

  it('is not repeated in the answer', async () => {
    const response = await send({ body: '{"booking_id":"my-secret","token-in-key":1}' })
    expect(await response.text()).not.toMatch(/my-secret|token-in-key/)
  })

  it('is not read before the caller is known', async () => {
    const response = await world().send('/launch-video', { method: 'POST', as: null, body: 'x' })
    expect(response.status).toBe(401)
  })
})

describe('what goes wrong', () => {
  const down = async () => {
    throw new Error('password=SECRET')
  }

  it.each(['enter', 'leave', 'end', 'find', 'list'] as const)(
    'in the store while it should %s is a 503',
    async (verb) => {
      const errors: [MeetingsError, unknown][] = []
      const { send, post } = world({
        store: { ...memoryStore(), [verb]: down },
        onError: (error, where) => errors.push([error, where]),
      })
      const path = {
        enter: '/launch-video',
        leave: '/leave-video',
        end: '/end-video',
        find: '/refresh-token',
        list: '/bookings',
      }[verb]
      const response = await (verb === 'list' ? send(path) : post(path))
      expect([response.status, response.headers.get('x-meetings-error')]).toEqual([503, 'STORE_UNAVAILABLE'])
      expect(await response.text()).not.toContain('SECRET')
      expect(errors).toHaveLength(1)
      expect(errors[0]?.[0].cause).toEqual(new Error('password=SECRET'))
      expect(errors[0]?.[1]).toMatchObject({ requestId: 'request-1' })
    },
  )

  it('in authenticate is a 500 with nothing of the cause', async () => {
    const { post } = world({ authenticate: down })
    const response = await post('/launch-video')
    expect([response.status, (await response.json()).error]).toEqual([
      500,
      'Something went wrong on our side. Please try again.',
    ])
  })

  it('in authenticate that returns a user without id is a 500, not an access', async () => {
    const { post } = world({ authenticate: () => ({ user: { id: '' }, via: 'bearer' }) })
    expect((await post('/launch-video')).status).toBe(500)
  })

  it('in isAdmin is a 500', async () => {
    const { post } = world({ isAdmin: down })
    expect((await post('/launch-video')).status).toBe(500)
  })

  it('in onError, onEvent, the logger or the id maker harms nobody', async () => {
    const fail = () => {
      throw new Error('oops')
    }
    const logger = { error: fail, warn: fail, debug: fail }
    const noisy = world({ onError: fail, onEvent: fail, logger: { error: fail, warn: fail } })
    expect((await noisy.post('/launch-video')).status).toBe(200)
    const broken = world({
      onError: fail,
      logger: { error: fail, warn: fail },
      store: { ...memoryStore(), list: down },
    })
    expect((await broken.send('/bookings')).status).toBe(503)
    expect((await world({ requestId: fail }).send('/bookings')).status).toBe(500)
    const tracer = { startActiveSpan: fail }
    expect((await world({ tracer, logger, onError: fail }).send('/bookings')).status).toBe(200)
  })

  it('is written to the logger with the request id, and never with a token', async () => {
    const lines: unknown[] = []
    const { post } = world({
      logger: { error: (...line) => lines.push(line), warn: () => {} },
      store: { ...memoryStore(), enter: down },
    })
    await post('/launch-video')
    await post('/launch-video', 'stranger')
    expect(lines).toHaveLength(2)
    expect(JSON.stringify(lines[0])).toContain('request-1')
    expect(JSON.stringify(lines)).not.toContain('Bearer')
  })

  it('because somebody did something wrong is not reported', async () => {
    const errors: unknown[] = []
    const { post } = world({ time: '09:00:00', onError: (error) => errors.push(error) })
    await post('/launch-video')
    await post('/launch-video', 'stranger')
    expect(errors).toEqual([])
  })
})

describe('the api', () => {
  it('does the same without HTTP', async () => {
    const { meetings } = world()
    const as = { user: USERS.customer }
    expect((await meetings.api.listBookings({}, as)).bookings).toHaveLength(1)
    expect(await meetings.api.launchVideo({ bookingId: BOOKING_ID }, as)).toMatchObject({
      token: 'fake-token-1',
    })
    expect(await meetings.api.refreshToken({ bookingId: BOOKING_ID }, as)).toMatchObject({
      token: 'fake-token-2',
    })
    expect(await meetings.api.leaveVideo({ bookingId: BOOKING_ID }, as)).toMatchObject({
      status: 'completed',
    })
  })

  it('rejects with an error that is recognised by its code', async () => {
    const { meetings } = world()
    const rejected = meetings.api.launchVideo({ bookingId: BOOKING_ID }, { user: USERS.stranger })
    await expect(rejected).rejects.toMatchObject({ code: 'BOOKING_NOT_FOUND', status: 404, retryable: false })
    await expect(rejected).rejects.toSatisfy(isMeetingsError)
    await expect(
      meetings.api.launchVideo({ bookingId: 'nonsense' }, { user: USERS.stranger }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    expect(isMeetingsError(Object.assign(new Error('x'), { code: 'BOOKING_NOT_FOUND' }))).toBe(false)
  })
})

describe('createMeetings', () => {
  const options = { store: memoryStore(), video: fakeVideo(), authenticate: () => null }

  it.each([
    [{ store: undefined }, /store is missing enter, leave, end, settle, find, list/],
    [{ store: { ...memoryStore(), find: undefined } }, /store is missing find/],
    [{ video: {} }, /video is missing issueToken, endRoom/],
    [{ authenticate: undefined }, /authenticate must be a function/],
    [{ basePath: 'api' }, /basePath must be a path like '\/api\/meetings'/],
    [{ basePath: '/api?x' }, /basePath/],
    [
      { joinWindow: { opensMinutesBefore: -1 } },
      /joinWindow.opensMinutesBefore must be a whole number from 0/,
    ],
    [{ joinWindow: { opensMinutesBefore: 1.5 } }, /joinWindow.opensMinutesBefore/],
    [
      { joinWindow: { closesMinutesAfter: 61 } },
      /joinWindow.closesMinutesAfter must be a whole number from 0 to 60/,
    ],
    [{ token: { ttlSeconds: 0 } }, /token.ttlSeconds must be a whole number from 60 to 86400/],
    [{ token: { ttlSeconds: 86_401 } }, /token.ttlSeconds/],
    [{ trustedOrigins: ['app.example.com'] }, /trustedOrigins must hold origins/],
    [{ trustedOrigins: ['https://app.example.com/path'] }, /trustedOrigins/],
    [{ trustedOrigins: ['*'] }, /trustedOrigins/],
    [{ publicUrl: 'app.example.com' }, /publicUrl must be an address/],
    [{ publicUrl: 'ftp://app.example.com' }, /publicUrl/],
    [{ publicUrl: 'https://app.example.com/?x=1' }, /publicUrl/],
    [{ timeouts: { storeMs: 0 } }, /timeouts.storeMs must be a whole number from 1/],
    [{ timeouts: { videoMs: 1.5 } }, /timeouts.videoMs/],
    [{ rooms: { maxParticipants: 0 } }, /rooms.maxParticipants must be a whole number from 1/],
    [
      { rooms: {}, video: { issueToken: async () => {}, endRoom: async () => {} } },
      /rooms needs a video provider that can make rooms/,
    ],
  ])('refuses %j and says why', (wrong, message) => {
    expect(() => createMeetings({ ...options, ...wrong } as MeetingsOptions)).toThrow(message)
  })

  it('takes the defaults when nothing else is said', () => {
    expect(createMeetings(options).basePath).toBe('/api/meetings')
  })
})
