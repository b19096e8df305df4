import { type AddressInfo, createServer } from 'node:net'
import { inspect } from 'node:util'
import { isMeetingsError, type MeetingsError } from '@meetings/server'
import { describe, expect, it } from 'vitest'
import { joinSignaling } from './join-signaling.ts'
import { ACCOUNT, AUTH_TOKEN, BASIC, startTwilio } from './start-twilio.ts'

const ROOM = 'meeting_0b000000-0000-4000-8000-000000000001'
// Retries follow at once; the time a call may take does not pass.
const quickly = {
  sleep: (ms: number, signal: AbortSignal) =>
    ms < 1000
      ? Promise.resolve()
      : new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
}

/** What a call is rejected with. Checks that it shows no secret. */
async function failureOf(call: Promise<unknown>): Promise<MeetingsError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isMeetingsError(error)) throw new Error(`expected a MeetingsError, not ${String(error)}`)
  const printed = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error)
  for (const secret of [ACCOUNT.apiKeySecret, AUTH_TOKEN, BASIC]) expect(printed).not.toContain(secret)
  return error
}

describe('rooms on a local Twilio', () => {
  it('are made as planned, as Twilio’s own library sees it', async () => {
    const { video, rooms } = await startTwilio()
    await video.createRoom({
      roomName: ROOM,
      maxParticipants: 4,
      maxParticipantSeconds: 5400,
      statusCallbackUrl: 'https://app.example.com/api/meetings/twilio/status-callback',
    })
    expect(await rooms(ROOM).fetch()).toMatchObject({
      uniqueName: ROOM,
      status: 'in-progress',
      type: 'group',
      maxParticipants: 4,
      maxParticipantDuration: 5400,
      statusCallback: 'https://app.example.com/api/meetings/twilio/status-callback',
      statusCallbackMethod: 'POST',
    })
  })

  it('stay as they are when they are made again', async () => {
    const { video, rooms } = await startTwilio()
    await video.createRoom({ roomName: ROOM, maxParticipants: 4 })
    const { sid } = await rooms(ROOM).fetch()
    await video.createRoom({ roomName: ROOM, maxParticipants: 9 })
    expect(await rooms(ROOM).fetch()).toMatchObject({ sid, maxParticipants: 4 })
  })

  it('end for everybody who is in', async () => {
    const { emulator, video, rooms } = await startTwilio()
    const { token } = await video.issueToken({ identity: 'someone', roomName: ROOM, ttlSeconds: 60 })
    const { roomSid } = await joinSignaling(emulator, token, ROOM)
    await video.endRoom(ROOM)
    expect((await rooms(roomSid).fetch()).status).toBe('completed')
    expect(await rooms(roomSid).participants.list({ status: 'connected' })).toEqual([])
  })

  it('lose whom the host removed, and nobody else', async () => {
    const { emulator, video, rooms } = await startTwilio()
    const join = async (identity: string) => {
      const { token } = await video.issueToken({ identity, roomName: ROOM, ttlSeconds: 60 })
      return joinSignaling(emulator, token, ROOM)
    }
    const { roomSid } = await join('stays')
    await join('goes')
    const present = async () =>
      (await rooms(roomSid).participants.list({ status: 'connected' })).map(({ identity }) => identity)
    expect((await present()).sort()).toEqual(['goes', 'stays'])
    await Promise.all([1, 2].map(() => video.removeParticipant({ roomName: ROOM, identity: 'goes' })))
    expect(await present()).toEqual(['stays'])
    await video.removeParticipant({ roomName: ROOM, identity: 'goes' })
    expect((await rooms(roomSid).fetch()).status).toBe('in-progress')
  })

  it('are made once by twenty launches at the same instant, and ended once by twenty ends', async () => {
    const { emulator, video } = await startTwilio()
    const twenty = Array.from({ length: 20 })
    await Promise.all(twenty.map(() => video.createRoom({ roomName: ROOM })))
    await Promise.all(twenty.map(() => video.endRoom(ROOM)))
    expect(emulator.rooms().map(({ status }) => status)).toEqual(['completed'])
  })
})

describe('a Twilio in trouble', () => {
  it.each([[{ status: 429 }], [{ status: 503 }], ['cut']] as const)(
    'is asked again after %j',
    async (fault) => {
      const { emulator, video } = await startTwilio({ video: quickly })
      emulator.simulate.failRest(fault)
      await video.createRoom({ roomName: ROOM })
      emulator.simulate.failRest(fault)
      await video.endRoom(ROOM)
      expect(emulator.rooms().map(({ status }) => status)).toEqual(['completed'])
    },
  )

  it('that asks for patience is left alone, and the caller told how long', async () => {
    const { emulator, video } = await startTwilio({ video: quickly })
    emulator.simulate.failRest({ status: 429, retryAfterSeconds: 20 })
    expect(await failureOf(video.endRoom(ROOM))).toMatchObject({
      code: 'VIDEO_UNAVAILABLE',
      retryAfterSeconds: 20,
    })
  })

  it.each([
    ['refuses twice', [{ status: 429 }, { status: 429 }]],
    ['breaks', [{ status: 500 }]],
    ['hides behind a proxy’s page', [{ status: 502, body: '<h1>Bad Gateway</h1>' }]],
    ['hangs up twice', ['cut', 'cut']],
  ] as const)('is unavailable when it %s', async (_what, faults) => {
    const { emulator, video } = await startTwilio({ video: quickly })
    emulator.simulate.failRest(...faults)
    expect((await failureOf(video.endRoom(ROOM))).code).toBe('VIDEO_UNAVAILABLE')
    // Nothing of it stays: the next call works.
    await video.endRoom(ROOM)
  })

  it('that never answers is given up in time', async () => {
    const { emulator, video } = await startTwilio({ video: { timeoutMs: 50 } })
    emulator.simulate.failRest('silence')
    const error = await failureOf(video.endRoom(ROOM))
    expect(error.code).toBe('VIDEO_UNAVAILABLE')
    expect(String(error.cause)).toContain('no answer within 50 ms')
  })

  it('that never answers is given up with its caller', async () => {
    const { emulator, video } = await startTwilio()
    emulator.simulate.failRest('silence')
    const caller = new AbortController()
    const failed = failureOf(video.endRoom(ROOM, { signal: caller.signal }))
    caller.abort()
    expect((await failed).code).toBe('VIDEO_UNAVAILABLE')
  })

  it('that is not there is unavailable, and the cause says how', async () => {
    const { video } = await startTwilio({ video: { ...quickly, baseUrl: await deadAddress() } })
    const error = await failureOf(video.endRoom(ROOM))
    expect(error.code).toBe('VIDEO_UNAVAILABLE')
    expect(String(error.cause)).toContain('ECONNREFUSED')
  })
})

describe('a wrong configuration', () => {
  it.each([[{ apiKeySecret: 'not-the-api-key-secret' }], [{ apiKeySid: `SK${'9'.repeat(32)}` }]])(
    'is told apart from an outage: %j',
    async (wrong) => {
      const { video } = await startTwilio({ video: wrong })
      const error = await failureOf(video.endRoom(ROOM))
      expect(error).toMatchObject({ code: 'CONFIG_INVALID', retryable: false })
      expect(String(error.cause)).toMatch(/401, error 20003.*TWILIO_API_KEY_SID/)
    },
  )

  it('of a room is named by Twilio’s code', async () => {
    const { video } = await startTwilio()
    const error = await failureOf(video.createRoom({ roomName: ROOM, maxParticipants: 5000 }))
    expect(error.code).toBe('CONFIG_INVALID')
    expect(String(error.cause)).toContain('53107')
  })
})

/** An address where somebody listened a moment ago, and nobody does now. */
async function deadAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}
