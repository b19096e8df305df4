import { describe, expect, it } from 'vitest'
import { account, BASIC, failureOf, type Outcome, ROOM, refused, world } from './network-for-tests.ts'

describe('a REST call that fails', () => {
  it.each([429, 503])('is made again after a moment when Twilio answers %d', async (status) => {
    const { video, requests, pauses } = world([refused(status, 20_000 + status)])
    await video.endRoom(ROOM)
    expect(requests).toHaveLength(2)
    expect(requests[1]?.form).toEqual({ Status: 'completed' })
    expect(pauses).toEqual([300])
  })

  it('is made again when the network fails', async () => {
    const { video, requests, pauses } = world([new TypeError('fetch failed')])
    await video.endRoom(ROOM)
    expect(requests).toHaveLength(2)
    expect(pauses).toEqual([300])
  })

  it.each([
    [0, 100],
    [0.999, 499],
  ])('waits a moment that chance decides: %d', async (chance, pause) => {
    const { video, pauses } = world([refused(429)], { random: () => chance })
    await video.endRoom(ROOM)
    expect(pauses).toEqual([pause])
  })

  it('waits as long as Twilio asks for, when that is short', async () => {
    const { video, pauses } = world([refused(429, 20429, { 'retry-after': '1' })])
    await video.endRoom(ROOM)
    expect(pauses).toEqual([1300])
  })

  it('hands a longer wait on to the caller instead', async () => {
    const { video, requests } = world([refused(429, 20429, { 'retry-after': '30' })])
    const { error } = await failureOf(video.endRoom(ROOM))
    expect(error).toMatchObject({ code: 'VIDEO_UNAVAILABLE', retryAfterSeconds: 30 })
    expect(requests).toHaveLength(1)
  })

  it.each(['soon', '-1', '1e3', 'Wed, 21 Oct 2026 07:28:00 GMT', '99999999999'])(
    'makes nothing of "retry-after: %s"',
    async (header) => {
      const { video, pauses } = world([refused(429, null, { 'retry-after': header }), refused(429)])
      const { error } = await failureOf(video.endRoom(ROOM))
      expect(error.retryAfterSeconds).toBeUndefined()
      expect(pauses).toEqual([300])
    },
  )

  it('fails when it fails again, and is not made a third time', async () => {
    const { video, requests } = world([refused(503), refused(503, null, { 'retry-after': '7' })])
    const { error } = await failureOf(video.endRoom(ROOM))
    expect(error).toMatchObject({ code: 'VIDEO_UNAVAILABLE', retryable: true, retryAfterSeconds: 7 })
    expect(requests).toHaveLength(2)
  })

  it.each([500, 502, 504])('fails at once on %d', async (status) => {
    const { video, requests } = world([refused(status, 20500)])
    const { error } = await failureOf(video.createRoom({ roomName: ROOM }))
    expect(error.code).toBe('VIDEO_UNAVAILABLE')
    expect(String(error.cause)).toContain(`POST /v1/Rooms with ${status}, error 20500`)
    expect(requests).toHaveLength(1)
  })

  it.each([
    [401, 20003],
    [401, null],
    [403, 20403],
  ])('says which settings to check on %d', async (status, code) => {
    const { error } = await failureOf(world([refused(status, code)]).video.endRoom(ROOM))
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', retryable: false })
    expect(String(error.cause)).toMatch(/TWILIO_API_KEY_SID.*TWILIO_API_KEY_SECRET.*region/)
    if (code !== null) expect(String(error.cause)).toContain(`https://www.twilio.com/docs/api/errors/${code}`)
  })

  it.each([53107, 53111, 53126])('names the rule when Twilio does not accept the room: %d', async (code) => {
    const { error } = await failureOf(world([refused(400, code)]).video.createRoom({ roomName: ROOM }))
    expect(error.code).toBe('CONFIG_INVALID')
    expect(String(error.cause)).toContain(String(code))
  })

  it('does not follow a redirect: the key is for Twilio only', async () => {
    const elsewhere = new Response(null, { status: 307, headers: { location: 'https://evil.example' } })
    const { video, requests } = world([elsewhere])
    expect((await failureOf(video.endRoom(ROOM))).error.code).toBe('VIDEO_UNAVAILABLE')
    expect(requests).toHaveLength(1)
  })

  it.each(['null', '[]', '"20404"', '{"code":"20404"}', '{"code":20404.5}', '{', ''])(
    'reads no code from the body %s',
    async (body) => {
      const { error } = await failureOf(world([new Response(body, { status: 404 })]).video.endRoom(ROOM))
      expect(error.code).toBe('VIDEO_UNAVAILABLE')
    },
  )
})

describe('a REST call without an answer', () => {
  it('is given up when its time is up', async () => {
    const { video, requests, timeIsUp } = world(['silence'])
    const failed = failureOf(video.endRoom(ROOM))
    timeIsUp()
    const { error } = await failed
    expect(error.code).toBe('VIDEO_UNAVAILABLE')
    expect(String(error.cause)).toContain('no answer within 8000 ms')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.init.signal?.aborted).toBe(true)
  })

  it('is given up when only the beginning of an answer came', async () => {
    const { video, timeIsUp } = world([new Response(new ReadableStream(), { status: 500 })])
    const failed = failureOf(video.endRoom(ROOM))
    timeIsUp()
    expect((await failed).error.code).toBe('VIDEO_UNAVAILABLE')
  })

  it('is given up when its caller leaves, and not made again', async () => {
    const caller = new AbortController()
    const { video, requests, pauses } = world(['silence'])
    const failed = failureOf(video.endRoom(ROOM, { signal: caller.signal }))
    caller.abort()
    const { error } = await failed
    expect(error.code).toBe('VIDEO_UNAVAILABLE')
    expect(String(error.cause)).toContain('nobody waits')
    expect([requests.length, pauses.length]).toEqual([1, 0])
  })

  it('is not even made when its caller has left', async () => {
    const { video, requests } = world([])
    const { error } = await failureOf(video.createRoom({ roomName: ROOM }, { signal: AbortSignal.abort() }))
    expect(error.code).toBe('VIDEO_UNAVAILABLE')
    expect(requests).toEqual([])
  })
})

describe('the error of a REST call', () => {
  // What axios and others put on their errors: the whole request.
  const talkative = Object.assign(new Error(`request with Basic ${BASIC} failed`), {
    config: { auth: account, headers: { Authorization: `Basic ${BASIC}` } },
    cause: Object.assign(new Error(account.apiKeySecret), { code: 'ECONNREFUSED' }),
  })
  const echo = JSON.stringify({ code: 20003, message: `Basic ${BASIC} ${account.apiKeySecret}` })

  it.each<[string, () => Outcome[]]>([
    ['a network that repeats the request', () => [talkative, talkative]],
    ['a Twilio that repeats the request', () => [new Response(echo, { status: 401 })]],
    ['a proxy that repeats the request', () => [new Response(`Basic ${BASIC}`, { status: 500 })]],
  ])('carries no credentials after %s', async (_what, outcomes) => {
    const { error, printed } = await failureOf(world(outcomes()).video.endRoom(ROOM))
    expect(error.cause).toBeInstanceOf(Error)
    for (const secret of [account.apiKeySecret, account.authToken, BASIC])
      expect(printed).not.toContain(secret)
  })

  it('still says how the network failed', async () => {
    const { error } = await failureOf(world([talkative, talkative]).video.endRoom(ROOM))
    expect(String(error.cause)).toContain('ECONNREFUSED')
  })
})
