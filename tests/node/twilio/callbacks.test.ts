import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RoomNews, VideoProvider } from '@meetings/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { joinSignaling } from './join-signaling.ts'
import { AUTH_TOKEN, OTHER_AUTH_TOKEN, startTwilio } from './start-twilio.ts'

const BOOKING = '0b000000-0000-4000-8000-000000000001'
const ROOM = `meeting_${BOOKING}`
const PUBLIC_URL = 'https://app.example.com/api/meetings/twilio/status-callback?tenant=1'

type Said = RoomNews | null | { refused: unknown }

/** An app that reads its callbacks. `urls` says under which addresses it believes to be known. */
async function startApp(urls: (local: string) => string[] = (local) => [local]) {
  const said: Said[] = []
  let reader: VideoProvider | undefined
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const news = reader?.readNews?.({
      urls: urls(`http://${request.headers.host}${request.url}`),
      headers: new Headers({ 'x-twilio-signature': String(request.headers['x-twilio-signature']) }),
      fields: [...new URLSearchParams(body)],
    })
    const outcome: Said = await Promise.resolve(news ?? null).catch((error) => ({ refused: error.code }))
    said.push(outcome)
    response.writeHead(outcome !== null && 'refused' in outcome ? 403 : 204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const readWith = (video: VideoProvider) => {
    reader = video
  }
  return { said, origin, url: `${origin}/twilio/status-callback?tenant=1`, readWith }
}

/** Somebody comes and goes, and the room ends; resolves when the app was told. */
async function meet({ emulator, video, rooms }: Awaited<ReturnType<typeof startTwilio>>) {
  const { token } = await video.issueToken({ identity: 'someone', roomName: ROOM, ttlSeconds: 60 })
  const { roomSid, participantSid, leave } = await joinSignaling(emulator, token, ROOM)
  await leave()
  await rooms(roomSid).update({ status: 'completed' })
  await emulator.callbacksSettled()
  return { roomSid, participantSid }
}

/** The app, and a Twilio that calls it at `url`; `deliver` stands for what lies between them. */
async function setUp(options: {
  app: Awaited<ReturnType<typeof startApp>>
  url?: string
  signWith?: string
  accept?: string | string[]
  deliver?: typeof fetch
}) {
  const { app, url = app.url, signWith = AUTH_TOKEN, accept = AUTH_TOKEN, deliver } = options
  const twilio = await startTwilio({
    emulator: { authToken: signWith, statusCallback: { url }, ...(deliver ? { fetch: deliver } : {}) },
    video: { authToken: accept },
  })
  app.readWith(twilio.video)
  return twilio
}

/** A proxy: takes requests for the public address, and passes them on to the app. */
function proxyTo(origin: string, change: (body: string) => string = (body) => body): typeof fetch {
  return (input, init) => {
    const { pathname, search } = new URL(String(input))
    return fetch(`${origin}${pathname}${search}`, { ...init, body: change(String(init?.body)) })
  }
}

const types = (said: readonly Said[]) =>
  said.map((one) => (one === null ? null : 'refused' in one ? one.refused : one.type))
const STORY = [null, 'connected', 'disconnected', 'ended']
const REFUSED = STORY.map(() => 'WEBHOOK_SIGNATURE_INVALID')

describe('callbacks of a local Twilio', () => {
  it('tell the app the whole story of a meeting', async () => {
    const app = await startApp()
    const { roomSid, participantSid } = await meet(await setUp({ app }))
    const at = expect.any(Date)
    const person = { connectionId: participantSid, identity: 'someone' }
    expect(app.said).toEqual([
      null,
      { type: 'connected', bookingId: BOOKING, roomId: roomSid, ...person, at },
      { type: 'disconnected', bookingId: BOOKING, roomId: roomSid, ...person, at },
      { type: 'ended', bookingId: BOOKING, roomId: roomSid, at },
    ])
  })

  it('come to the address that the room was made with', async () => {
    const app = await startApp()
    const twilio = await startTwilio()
    app.readWith(twilio.video)
    await twilio.video.createRoom({ roomName: ROOM, statusCallbackUrl: app.url })
    await meet(twilio)
    expect(types(app.said)).toEqual(STORY)
  })

  it('tell the time by Twilio’s clock, also when they come late, twice and backwards', async () => {
    let time = '14:00:00'
    const now = () => new Date(`2026-11-22T${time}Z`)
    const app = await startApp()
    const { emulator, video } = await startTwilio({ emulator: { now, statusCallback: { url: app.url } } })
    app.readWith(video)
    emulator.simulate.holdCallbacks()
    emulator.simulate.repeatCallbacks(2)
    await video.createRoom({ roomName: ROOM })
    time = '14:30:00'
    await video.endRoom(ROOM)
    time = '15:00:00'
    await emulator.simulate.releaseCallbacks('backwards')
    expect(types(app.said)).toEqual(['ended', 'ended', null, null])
    expect(app.said[0]).toEqual(app.said[1])
    expect(app.said[0]).toMatchObject({ at: new Date('2026-11-22T14:30:00Z') })
  })
})

describe('callbacks through a proxy', () => {
  it.each([
    ['whose address is the public one', PUBLIC_URL, [PUBLIC_URL]],
    ['when the public address is the second guess', PUBLIC_URL, ['http://10.0.0.7:3000/hook', PUBLIC_URL]],
    ['when Twilio knows it with its port', PUBLIC_URL.replace('.com/', '.com:443/'), [PUBLIC_URL]],
    ['when only we know its port', PUBLIC_URL, [PUBLIC_URL.replace('.com/', '.com:443/')]],
  ])('are genuine %s', async (_what, url, urls) => {
    const app = await startApp(() => urls)
    await meet(await setUp({ app, url, deliver: proxyTo(app.origin) }))
    expect(types(app.said)).toEqual(STORY)
  })

  it.each([
    ['its own local address', (local: string) => [local]],
    ['http instead of https', () => [PUBLIC_URL.replace('https', 'http')]],
    ['another path', () => [PUBLIC_URL.replace('status-callback', 'other')]],
    ['another query', () => [PUBLIC_URL.replace('tenant=1', 'tenant=2')]],
  ])('are refused by an app that knows only %s', async (_what, urls) => {
    const app = await startApp(urls)
    await meet(await setUp({ app, url: PUBLIC_URL, deliver: proxyTo(app.origin) }))
    expect(types(app.said)).toEqual(REFUSED)
  })

  it.each([
    ['changes a value', (body: string) => body.replace('someone', 'another')],
    ['moves the meeting', (body: string) => body.replace(BOOKING, BOOKING.replace('1', '2'))],
    ['adds a field', (body: string) => `${body}&More=1`],
    ['loses a field', (body: string) => body.replace(/&SequenceNumber=\d+/, '')],
    ['loses the body', () => ''],
  ])('are refused when the proxy %s', async (_what, change) => {
    const app = await startApp(() => [PUBLIC_URL])
    const { emulator, video } = await setUp({ app, url: PUBLIC_URL, deliver: proxyTo(app.origin, change) })
    const { token } = await video.issueToken({ identity: 'someone', roomName: ROOM, ttlSeconds: 60 })
    emulator.simulate.holdCallbacks()
    const { leave } = await joinSignaling(emulator, token, ROOM)
    await leave()
    // Backwards, so that the first one to come is about a person, whom every change concerns.
    await emulator.simulate.releaseCallbacks('backwards')
    expect(types(app.said)[0]).toBe('WEBHOOK_SIGNATURE_INVALID')
  })
})

describe('callbacks while the auth token is rotated', () => {
  it.each([
    ['the primary one', AUTH_TOKEN],
    ['the secondary one', OTHER_AUTH_TOKEN],
  ])('are genuine when %s signs', async (_what, signWith) => {
    const app = await startApp()
    await meet(await setUp({ app, signWith, accept: [AUTH_TOKEN, OTHER_AUTH_TOKEN] }))
    expect(types(app.said)).toEqual(STORY)
  })

  it('are refused when the one that signs is not ours any more', async () => {
    const app = await startApp()
    await meet(await setUp({ app, signWith: OTHER_AUTH_TOKEN }))
    expect(types(app.said)).toEqual(REFUSED)
  })
})
