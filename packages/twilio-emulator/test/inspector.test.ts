import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { mintToken } from '../../../tests/browser/mint-token.ts'
import type { RoomInspection, TwilioEmulator } from '../src/index.ts'
import { credentials, SignalingClient } from './signaling-client.ts'
import { start } from './start.ts'

interface Sent {
  headers?: Record<string, string>
  method?: string
  body?: string
}

/** A request with headers that `fetch` does not let one set. */
function send(url: string, { headers = {}, method = 'GET', body = '' }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { headers, method }, resolve).on('error', reject).end(body)
  })
}

async function statusOf(url: string, headers: Record<string, string>, method = 'GET') {
  return (await send(url, { headers, method })).resume().statusCode
}

/** As the page's own buttons do. */
async function press({ url }: TwilioEmulator, call: string, fields: Record<string, unknown>) {
  const response = await send(`${url}/inspector/simulate/${call}`, {
    method: 'POST',
    headers: { origin: url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  return { status: response.statusCode, body: JSON.parse(await text(response)) }
}

const track = (kind: string) => ({ id: kind, kind, name: kind, enabled: true, priority: 'standard' })

/** Somebody with sound and a picture, who wants to hear of all that a group room tells. */
async function join(emulator: TwilioEmulator, identity: string) {
  const client = await SignalingClient.open(emulator.signalingUrl)
  const channel = { transports: [{ type: 'data-channel' }] }
  client.frame({ type: 'hello', id: 'x', timeout: 5000, version: 2 })
  client.say({
    type: 'connect',
    version: 2,
    name: 'standup',
    token: await mintToken({ ...credentials, identity, room: 'standup' }),
    participant: { revision: 1, tracks: [track('audio'), track('video')] },
    media_signaling: {
      network_quality: channel,
      track_switch_off: channel,
      extension_transcriptions: channel,
    },
  })
  await client.hear(({ type }) => type === 'connected')
  return client
}

describe('the inspector page', () => {
  it('opens without a key, loads nothing from elsewhere, and may run its own script only', async () => {
    const { inspectorUrl } = await start()
    const response = await fetch(inspectorUrl)
    expect(response.headers.get('content-type')).toContain('text/html')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toMatch(/default-src 'none'; script-src 'sha256-[^' ]+'; /)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(await response.text()).not.toMatch(/src="|https?:\/\//)
  })

  it('shows rooms, people, tracks, connections and messages, and nothing secret', async () => {
    const emulator = await start()
    const { client, session } = await SignalingClient.join(emulator, 'alice', 'standup')
    await SignalingClient.join(emulator, 'bob', 'standup')
    const track = { id: 'm', kind: 'audio', name: 'voice', enabled: true, priority: 'high' }
    client.say({ type: 'update', session, participant: { revision: 2, tracks: [track] } })
    await client.hear(({ published }) => Boolean(published))
    const shown = await (await fetch(`${emulator.inspectorUrl}/rooms`)).text()
    const { rooms }: { rooms: RoomInspection[] } = JSON.parse(shown)
    expect(rooms).toMatchObject([
      {
        name: 'standup',
        maxParticipants: 10,
        isRecording: false,
        dominantSpeaker: null,
        connections: [{ between: ['bob', 'alice'], state: 'waiting' }],
        participants: [
          { identity: 'alice', networkQuality: null, tracks: [{ name: 'voice', priority: 'high' }] },
          { identity: 'bob' },
        ],
      },
    ])
    expect(rooms[0]?.messages.map(({ way, identity, text }) => `${way} ${identity}: ${text}`)).toEqual([
      'to alice: connected, 0 published, 0 subscribed',
      'to bob: connected, alice connected, 0 published, 0 subscribed, create-offer 1',
      'to alice: update, bob connected, 0 subscribed',
      'from alice: update, 1 track',
      'to alice: update, 1 published',
      'to bob: update, alice connected, 1 subscribed',
    ])
    expect(shown).not.toContain(session)
    expect(shown).not.toContain(credentials.apiKeySecret)
    expect(shown).not.toContain('eyJ')
  })

  it('calls people by a name where whoever runs it has given one', async () => {
    const emulator = await start({ nameOf: (identity) => ({ alice: 'Alice Liddell' })[identity] })
    for (const identity of ['alice', 'bob']) await SignalingClient.join(emulator, identity, 'standup')
    expect(emulator.rooms()[0]?.participants).toMatchObject([
      { identity: 'alice', name: 'Alice Liddell' },
      { identity: 'bob', name: null },
    ])
  })

  it('keeps the last sixty messages', async () => {
    const emulator = await start()
    const { client, session } = await SignalingClient.join(emulator, 'alice', 'standup')
    for (let revision = 2; revision < 100; revision += 1) {
      client.say({ type: 'update', session, participant: { revision, tracks: [] } })
    }
    client.say({ type: 'disconnect', session })
    await expect.poll(() => emulator.rooms()[0]?.participants[0]?.state).toBe('disconnected')
    expect(emulator.rooms()[0]?.messages).toHaveLength(60)
  })

  it.each([
    ['a page of another origin', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
    ['a name that leads here from elsewhere', { host: 'rebind.example' }],
  ])('gives %s nothing to read', async (_who, headers) => {
    const { inspectorUrl } = await start()
    expect(await statusOf(`${inspectorUrl}/rooms`, headers)).toBe(403)
    expect((await fetch(`${inspectorUrl}/rooms`)).headers.has('access-control-allow-origin')).toBe(false)
  })

  it('may be linked to from anywhere, but only looked at', async () => {
    const { inspectorUrl } = await start()
    expect(await statusOf(inspectorUrl, { 'sec-fetch-site': 'cross-site' })).toBe(200)
    expect(await statusOf(inspectorUrl, {}, 'POST')).toBe(403)
  })
})

describe('a button of the inspector page', () => {
  const who = { roomName: 'standup', identity: 'alice' }

  it.each([
    ['drop-socket', { ...who, forMs: 10_000 }, { dropped: 1 }],
    ['network-quality', { ...who, level: 1 }, {}],
    ['network-quality', who, {}],
    ['switch-off', who, {}],
    ['switch-on', who, {}],
    ['expire-token', { identity: 'alice' }, { expired: 1 }],
    ['expel-participant', { ...who, code: 53216 }, {}],
    ['remove-participant', who, {}],
    ['transcribe', { ...who, text: 'Good morning' }, {}],
    ['record', { roomName: 'standup', isRecording: true }, {}],
    ['end-room', { roomName: 'standup' }, {}],
  ])('brings about %s %j', async (call, fields, body) => {
    const emulator = await start({ roomType: 'group' })
    await join(emulator, 'alice')
    await join(emulator, 'bob')
    expect(await press(emulator, call, fields)).toEqual({ status: 200, body })
  })

  it('does to the room what it says', async () => {
    const emulator = await start({ roomType: 'group' })
    const alice = await join(emulator, 'alice')
    await press(emulator, 'network-quality', { ...who, level: 1 })
    await press(emulator, 'record', { roomName: 'standup', isRecording: true })
    expect(emulator.rooms()).toMatchObject([{ isRecording: true, participants: [{ networkQuality: 1 }] }])
    await press(emulator, 'drop-socket', who)
    expect(await alice.closed()).toBe(1006)
    await press(emulator, 'end-room', { roomName: 'standup' })
    expect(emulator.rooms()).toMatchObject([{ status: 'completed' }])
  })

  it('is told why not', async () => {
    const emulator = await start()
    await SignalingClient.join(emulator, 'alice', 'standup')
    const answers = [
      await press(emulator, 'remove-participant', { ...who, identity: 'bob' }),
      await press(emulator, 'network-quality', { ...who, level: 1 }),
      await press(emulator, 'transcribe', who),
      await press(emulator, 'make-tea', {}),
    ]
    expect(answers).toMatchObject([
      { status: 404, body: { message: expect.stringContaining('Nobody with the identity "bob"') } },
      { status: 400, body: { message: expect.stringContaining('is of type peer-to-peer') } },
      { status: 400, body: { message: 'The field "text" is missing.' } },
      { status: 404, body: { message: 'There is no simulation "make-tea".' } },
    ])
  })

  it.each([
    ['a page of another origin', { origin: 'https://elsewhere.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a page that hides its origin', { origin: 'null' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text that looks like JSON', { 'content-type': 'text/plain; application/json' }],
    ['what a browser says is from elsewhere', { 'sec-fetch-site': 'cross-site' }],
    ['what a browser says is from another port', { 'sec-fetch-site': 'same-site' }],
    ['a name that leads here from elsewhere', { host: 'rebind.example', origin: 'http://rebind.example' }],
    ['who does not say where it comes from', { origin: '' }],
    ['who only looks', {}, 'GET'],
    ['a browser that asks beforehand', {}, 'OPTIONS'],
  ])('does nothing for %s', async (_who, changed, method = 'POST') => {
    const emulator = await start()
    await SignalingClient.join(emulator, 'alice', 'standup')
    const own = { origin: emulator.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    const response = await send(`${emulator.url}/inspector/simulate/end-room`, {
      method,
      headers: { ...own, ...changed },
      body: JSON.stringify({ roomName: 'standup' }),
    })
    expect(response.resume().statusCode).toBe(403)
    expect(response.headers).not.toHaveProperty('access-control-allow-origin')
    expect(emulator.rooms()).toMatchObject([{ status: 'in-progress' }])
  })
})
