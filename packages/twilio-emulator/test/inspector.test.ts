import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { RoomInspection } from '../src/index.ts'
import { credentials, SignalingClient } from './signaling-client.ts'
import { start } from './start.ts'

/** A request with headers that `fetch` does not let one set. Answers the status. */
function statusOf(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers, method }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
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
    const text = await (await fetch(`${emulator.inspectorUrl}/rooms`)).text()
    const { rooms }: { rooms: RoomInspection[] } = JSON.parse(text)
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
    expect(text).not.toContain(session)
    expect(text).not.toContain(credentials.apiKeySecret)
    expect(text).not.toContain('eyJ')
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
