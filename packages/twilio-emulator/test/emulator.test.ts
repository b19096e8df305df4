import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mintToken } from '../../../tests/browser/mint-token.ts'
import { createTwilioEmulator, NobodyThere } from '../src/index.ts'
import { credentials, SignalingClient } from './signaling-client.ts'
import { start } from './start.ts'

describe('the emulator', () => {
  it('listens on this machine only, and says where', async () => {
    const { url, signalingUrl, insightsUrl } = await start()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(signalingUrl).toBe(`${url.replace('http', 'ws')}/signaling`)
    expect(insightsUrl).toBe(`${url.replace('http', 'ws')}/v1/VideoEvents`)
  })

  it('says so when its port is taken', async () => {
    const { url } = await start()
    const port = Number(new URL(url).port)
    await expect(start({ port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: expect.stringContaining(`Port ${port} is taken`),
    })
  })

  it('frees its port and cuts everybody when it closes, however often', async () => {
    const emulator = await start()
    const { client } = await SignalingClient.join(emulator, 'alice', 'standup')
    await Promise.all([emulator.close(), emulator.close()])
    await client.closed()
    await start({ port: Number(new URL(emulator.url).port) })
  })

  it('closes although somebody it refused holds on to the connection', async () => {
    const emulator = await start()
    emulator.simulate.outage()
    const port = Number(new URL(emulator.url).port)
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    onTestFinished(() => void socket.destroy())
    const heard = once(socket, 'data')
    socket.write('GET /signaling HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    expect(String(await heard)).toMatch(/^HTTP\/1\.1 503 /)
    await emulator.close()
    expect((await start({ port })).url).toBe(emulator.url)
  })

  it('forgets everything when it is reset', async () => {
    const lines: string[] = []
    const emulator = await start({ log: (line) => lines.push(line) })
    const { client } = await SignalingClient.join(emulator, 'alice', 'standup')
    lines.length = 0
    emulator.reset()
    expect(lines).toEqual([])
    expect(await client.hear(({ type }) => type === 'disconnected')).toMatchObject({ status: 'completed' })
    expect(emulator.rooms()).toEqual([])
    const { answer } = await SignalingClient.join(emulator, 'alice', 'standup')
    expect(answer.type).toBe('connected')
  })

  it.each([
    [{ accountSid: '' }, 'accountSid is missing'],
    [{ apiKeys: {} }, 'apiKeys must hold at least one'],
    [{ apiKeys: { SK1: '' } }, 'apiKeys must hold at least one'],
    [{ port: 70_000 }, 'port must be a whole number'],
    [{ maxParticipants: 0 }, 'maxParticipants must be'],
    [{ statusCallback: { url: 'nowhere' } }, 'statusCallback.url must be'],
  ])('refuses %j with a hint', async (wrong, text) => {
    await expect(start(wrong)).rejects.toThrow(text)
  })

  it('refuses callbacks that it could not sign', async () => {
    const { accountSid } = credentials
    const options = { accountSid, apiKeys: { SK1: 's' }, statusCallback: { url: 'http://localhost' } }
    await expect(createTwilioEmulator(options)).rejects.toThrow('statusCallback needs authToken')
  })

  it('lets nobody into a room that nobody created, if it is told so', async () => {
    const emulator = await start({ allowAdHocRooms: false })
    const { answer } = await SignalingClient.join(emulator, 'alice', 'standup')
    expect(answer).toMatchObject({ type: 'error', code: 53106 })
  })

  it('holds many rooms at once', async () => {
    const emulator = await start()
    const names = Array.from({ length: 40 }, (_, number) => `room ${number}`)
    const joined = await Promise.all(
      names.flatMap((room) => ['alice', 'bob'].map((who) => SignalingClient.join(emulator, who, room))),
    )
    expect(joined.every(({ answer }) => answer.type === 'connected')).toBe(true)
    expect(emulator.rooms().map(({ participants }) => participants.length)).toEqual(names.map(() => 2))
  })
})

describe('the signalling port', () => {
  it('shrugs off a malformed message: the sender hears of it, and the call goes on', async () => {
    const emulator = await start()
    const { client, session } = await SignalingClient.join(emulator, 'alice', 'standup')
    client.frame('{"type":')
    client.say({ type: 'update', session, participant: { revision: 2, tracks: 'many' } })
    expect(await client.hearFrame('bad')).toBeTruthy()
    client.say({ type: 'what-is-this', session })
    client.say({ type: 'update', session, participant: { revision: 2, tracks: [track] } })
    expect(await client.hear(({ type }) => type === 'update')).toMatchObject({ published: { revision: 2 } })
  })

  it('answers a malformed connect with 53004', async () => {
    const emulator = await start()
    const client = await SignalingClient.open(emulator.signalingUrl)
    client.frame({ type: 'hello', version: 2, body: { type: 'connect', token: 'x' } })
    expect(await client.hear(({ type }) => type === 'error')).toMatchObject({ code: 53004 })
  })

  it('closes on a frame of more than a megabyte, and that person may come back', async () => {
    const emulator = await start()
    const { client, session } = await SignalingClient.join(emulator, 'alice', 'standup')
    const other = await SignalingClient.join(emulator, 'bob', 'standup')
    client.frame('x'.repeat(1024 * 1024 + 1))
    expect(await client.closed()).toBe(1009)
    await other.client.hear((message) => JSON.stringify(message).includes('"reconnecting"'))
    const back = await resume(emulator.signalingUrl, session, 'alice')
    expect((await back.hear(() => true)).type).toBe('synced')
  })

  it('lets nobody resume the session of somebody else (53204)', async () => {
    const emulator = await start()
    const { client, session } = await SignalingClient.join(emulator, 'alice', 'standup')
    client.hangUp()
    const thief = await resume(emulator.signalingUrl, session, 'mallory')
    expect(await thief.hear(() => true)).toMatchObject({ type: 'error', code: 53204 })
    const guess = await resume(emulator.signalingUrl, 'no-such-session', 'alice')
    expect(await guess.hear(() => true)).toMatchObject({ type: 'error', code: 53204 })
  })

  it('ignores updates that carry the session of somebody else', async () => {
    const emulator = await start()
    const alice = await SignalingClient.join(emulator, 'alice', 'standup')
    const bob = await SignalingClient.join(emulator, 'bob', 'standup')
    const forged = { revision: 9, tracks: [track, { ...track, id: 'n', name: 'another' }] }
    bob.client.say({ type: 'update', session: alice.session, participant: forged })
    bob.client.say({ type: 'update', session: bob.session, participant: { revision: 9, tracks: [track] } })
    await bob.client.hear(({ type, published }) => type === 'update' && Boolean(published))
    const people = emulator.rooms()[0]?.participants ?? []
    expect(people.map(({ identity, tracks }) => `${identity} ${tracks.length}`)).toEqual(['alice 0', 'bob 1'])
  })

  it('hands out the ice servers it was given', async () => {
    const iceServers = [{ urls: 'turn:127.0.0.1:3478', username: 'u', credential: 'c' }]
    const emulator = await start({ iceServers })
    const client = await SignalingClient.open(emulator.signalingUrl)
    const token = await mintToken({ ...credentials, identity: 'alice' })
    client.frame({ type: 'hello', version: 2, body: { type: 'ice', token } })
    expect(await client.hear(() => true)).toEqual({ type: 'iced', ice_servers: iceServers })
  })

  it('answers 404 elsewhere', async () => {
    const { url } = await start()
    await expect(SignalingClient.open(`${url.replace('http', 'ws')}/other`)).rejects.toThrow('404')
  })
})

describe('the insights port', () => {
  it('greets who has a token and refuses who has none', async () => {
    const emulator = await start()
    const welcome = await SignalingClient.open(emulator.insightsUrl)
    welcome.frame({ type: 'connect', token: await mintToken({ ...credentials, identity: 'alice' }) })
    expect(await welcome.hearFrame('connected')).toMatchObject({ session: expect.any(String) })
    welcome.frame({ type: 'event', name: 'anything' })
    const stranger = await SignalingClient.open(emulator.insightsUrl)
    stranger.frame({ type: 'connect', token: 'none' })
    expect(await stranger.hearFrame('error')).toEqual({ type: 'error', message: 'Invalid Access Token' })
  })
})

describe('the inspector', () => {
  const authorization = `Basic ${btoa(`${credentials.apiKeySid}:${credentials.apiKeySecret}`)}`

  it('shows rooms, people, tracks and counts, and no token or session', async () => {
    const emulator = await start()
    const { session, client } = await SignalingClient.join(emulator, 'alice', 'standup')
    client.say({ type: 'update', session, participant: { revision: 2, tracks: [track] } })
    await client.hear(({ type }) => type === 'update')
    const response = await fetch(`${emulator.url}/emulator/rooms`, { headers: { authorization } })
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({
      rooms: [
        {
          name: 'standup',
          type: 'peer-to-peer',
          status: 'in-progress',
          links: 0,
          participants: [
            {
              identity: 'alice',
              state: 'connected',
              messages: { received: 1, sent: 2 },
              tracks: [{ id: 'm', kind: 'audio', name: 'voice', enabled: true, state: 'ready' }],
            },
          ],
        },
      ],
    })
    expect(text).not.toContain(session)
    expect(text).not.toContain('eyJ')
  })

  it('wants a key like everything else', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/emulator/rooms`)).status).toBe(401)
    expect((await fetch(`${url}/emulator/reset`, { method: 'POST' })).status).toBe(401)
  })

  it('drops a socket, asked by form or by JSON', async () => {
    const emulator = await start()
    const drop = (body: URLSearchParams | string) =>
      fetch(`${emulator.url}/emulator/simulate/drop-socket`, {
        method: 'POST',
        headers: {
          authorization,
          ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        },
        body,
      })
    const first = await SignalingClient.join(emulator, 'alice', 'one')
    const second = await SignalingClient.join(emulator, 'alice', 'two')
    expect(await (await drop(new URLSearchParams({ identity: 'alice', roomName: 'one' }))).json()).toEqual({
      dropped: 1,
    })
    expect(await first.client.closed()).toBe(1006)
    expect(second.client.closeCode).toBeNull()
    expect((await drop(JSON.stringify({ identity: 'alice' }))).status).toBe(200)
    expect(await second.client.closed()).toBe(1006)
    expect((await drop('{}')).status).toBe(400)
    expect((await drop(JSON.stringify({ identity: 'alice' }))).status).toBe(404)
  })

  it('is there for the same process without HTTP', async () => {
    const emulator = await start()
    const { client } = await SignalingClient.join(emulator, 'alice', 'standup')
    expect(emulator.simulate.dropSocket('alice')).toBe(1)
    await client.closed()
    expect(() => emulator.simulate.dropSocket('alice', { roomName: 'standup' })).toThrow(NobodyThere)
  })
})

const track = { id: 'm', kind: 'audio', name: 'voice', enabled: true, priority: 'standard' }

async function resume(url: string, session: string, identity: string): Promise<SignalingClient> {
  const client = await SignalingClient.open(url)
  const token = await mintToken({ ...credentials, identity, room: 'standup' })
  const sync = {
    type: 'sync',
    token,
    session,
    participant: { revision: 1, tracks: [] },
    peer_connections: [],
  }
  client.frame({ type: 'hello', version: 2, body: sync })
  return client
}
