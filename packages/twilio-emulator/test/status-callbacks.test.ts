import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import twilio from 'twilio'
import { describe, expect, it, onTestFinished } from 'vitest'
import { credentials, SignalingClient } from './signaling-client.ts'
import { AUTH_TOKEN, start } from './start.ts'

interface Call {
  method: string
  url: string
  signature: string
  fields: Record<string, string>
}

/** An app that writes down how it is called back. */
async function startApp(status = 204) {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({
      method: request.method ?? '',
      url: `http://127.0.0.1:${port}${request.url}`,
      signature: String(request.headers['x-twilio-signature']),
      fields: Object.fromEntries(new URLSearchParams(body)),
    })
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const events = () => calls.map(({ fields }) => fields['StatusCallbackEvent'])
  return { calls, events, url: `http://127.0.0.1:${port}/callback?tenant=1` }
}

const isGenuine = ({ signature, url, fields }: Call) =>
  twilio.validateRequest(AUTH_TOKEN, signature, url, fields)

describe('status callbacks', () => {
  it('tell the whole story of a room, signed, in order', async () => {
    const app = await startApp()
    const emulator = await start({ statusCallback: { url: app.url } })
    const { client, session, answer } = await SignalingClient.join(emulator, 'alice', 'standup')
    client.say({
      type: 'update',
      session,
      participant: { revision: 2, tracks: [{ id: 'm', kind: 'audio', name: 'voice', enabled: true }] },
    })
    await client.hear(({ type }) => type === 'update')
    client.say({ type: 'disconnect', session })
    await expect.poll(() => app.calls.length).toBe(4)
    await restClient(emulator.url).rooms('standup').update({ status: 'completed' })
    await expect
      .poll(app.events)
      .toEqual([
        'room-created',
        'participant-connected',
        'track-added',
        'participant-disconnected',
        'room-ended',
      ])
    expect(app.calls.every(isGenuine)).toBe(true)
    expect(app.calls.map(({ fields }) => fields['SequenceNumber'])).toEqual(['0', '1', '2', '3', '4'])
    expect(app.calls[2]?.fields).toMatchObject({ TrackKind: 'audio', TrackSid: expect.stringMatching(/^MT/) })
    expect(app.calls[3]?.fields).toEqual({
      AccountSid: credentials.accountSid,
      RoomName: 'standup',
      RoomSid: answer['sid'],
      RoomStatus: 'in-progress',
      RoomType: 'peer-to-peer',
      StatusCallbackEvent: 'participant-disconnected',
      Timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      SequenceNumber: '3',
      ParticipantSid: (answer['participant'] as { sid: string }).sid,
      ParticipantIdentity: 'alice',
      ParticipantStatus: 'disconnected',
      ParticipantDuration: expect.stringMatching(/^\d+$/),
    })
    expect(app.calls[4]?.fields).toMatchObject({
      RoomStatus: 'completed',
      RoomDuration: expect.stringMatching(/^\d+$/),
    })
  })

  it('go where a room that was created over REST says, by GET if it says so', async () => {
    const [app, other] = [await startApp(), await startApp()]
    const emulator = await start({ statusCallback: { url: other.url } })
    await restClient(emulator.url).rooms.create({ statusCallback: app.url, statusCallbackMethod: 'GET' })
    await expect.poll(() => app.calls.length).toBe(1)
    const [call] = app.calls
    expect(call).toMatchObject({ method: 'GET', fields: {} })
    expect(new URL(call?.url ?? '').searchParams.get('StatusCallbackEvent')).toBe('room-created')
    expect(call && isGenuine(call)).toBe(true)
    expect(other.calls).toEqual([])
  })

  it('that fail do not disturb the room, and are logged without a secret', async () => {
    const app = await startApp(500)
    const lines: string[] = []
    const log = (line: string) => lines.push(line)
    const emulator = await start({ statusCallback: { url: app.url }, log })
    const { answer } = await SignalingClient.join(emulator, 'alice', 'standup')
    expect(answer.type).toBe('connected')
    await expect.poll(() => lines).toContain('Status callback participant-connected was answered with 500.')
    expect(lines.join()).not.toContain(AUTH_TOKEN)
  })

  it('can be kept back and come in the wrong order, several times', async () => {
    const app = await startApp()
    const emulator = await start({ statusCallback: { url: app.url } })
    emulator.simulate.holdCallbacks()
    emulator.simulate.repeatCallbacks(2)
    await SignalingClient.join(emulator, 'alice', 'standup')
    expect(app.calls).toEqual([])
    await emulator.simulate.releaseCallbacks('backwards')
    expect(app.events()).toEqual([
      'participant-connected',
      'participant-connected',
      'room-created',
      'room-created',
    ])
    expect(app.calls.every(isGenuine)).toBe(true)
    emulator.simulate.repeatCallbacks(1)
    await restClient(emulator.url).rooms('standup').update({ status: 'completed' })
    await emulator.callbacksSettled()
    expect(app.events().slice(4)).toEqual(['participant-disconnected', 'room-ended'])
  })

  it('to nowhere are given up', async () => {
    const lines: string[] = []
    const log = (line: string) => lines.push(line)
    const emulator = await start({ statusCallback: { url: 'http://127.0.0.1:9/x' }, log })
    await restClient(emulator.url).rooms.create()
    await expect.poll(() => lines).toContain('Status callback room-created did not reach http://127.0.0.1:9.')
  })
})

function restClient(url: string) {
  const client = twilio(credentials.apiKeySid, credentials.apiKeySecret, {
    accountSid: credentials.accountSid,
  })
  client.video.baseUrl = url
  return client.video.v1
}
