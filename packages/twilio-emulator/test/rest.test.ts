import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { credentials, SignalingClient } from './signaling-client.ts'
import { AUTH_TOKEN, start } from './start.ts'

function clientOf(url: string, secret = credentials.apiKeySecret) {
  const client = twilio(credentials.apiKeySid, secret, { accountSid: credentials.accountSid })
  client.video.baseUrl = url
  return client
}

async function setUp(options: Parameters<typeof start>[0] = {}) {
  const emulator = await start(options)
  return { emulator, rooms: clientOf(emulator.url).video.v1.rooms }
}

describe('the twilio library', () => {
  it('creates a room, fetches it by name and by SID, and completes it', async () => {
    const { rooms } = await setUp({ now: () => new Date('2026-11-22T14:00:00Z') })
    const created = await rooms.create({ uniqueName: 'a room with an ünusual name', type: 'peer-to-peer' })
    expect(created).toMatchObject({
      uniqueName: 'a room with an ünusual name',
      type: 'peer-to-peer',
      status: 'in-progress',
      maxParticipants: 10,
      accountSid: credentials.accountSid,
      dateCreated: new Date('2026-11-22T14:00:00Z'),
    })
    expect((await rooms('a room with an ünusual name').fetch()).sid).toBe(created.sid)
    const completed = await rooms(created.sid).update({ status: 'completed' })
    expect(completed).toMatchObject({ status: 'completed', duration: 0 })
    expect((await rooms(created.sid).fetch()).status).toBe('completed')
  })

  it('creates group rooms when no type is given, as Twilio does', async () => {
    const { rooms } = await setUp()
    expect(await rooms.create()).toMatchObject({ type: 'group', maxParticipants: 50, mediaRegion: 'us1' })
  })

  it('creates rooms of the type it was told is the default', async () => {
    const { rooms } = await setUp({ roomType: 'go' })
    expect(await rooms.create()).toMatchObject({ type: 'go', maxParticipants: 2 })
    expect(await rooms.create({ type: 'group' })).toMatchObject({ type: 'group' })
  })

  it('gets 404 with 20404 for a room that is not there, or is over and asked for by name', async () => {
    const { rooms } = await setUp()
    const { sid } = await rooms.create({ uniqueName: 'over' })
    await rooms(sid).update({ status: 'completed' })
    for (const name of ['missing', 'over']) {
      await expect(rooms(name).fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
    }
  })

  it.each([
    [{ uniqueName: 'taken' }, 53113],
    [{ uniqueName: 'n'.repeat(129) }, 53101],
    [{ type: 'peer-to-peer', maxParticipants: 11 }, 53107],
    [{ type: 'huge' as 'group' }, 53108],
    [{ emptyRoomTimeout: 61 }, 53109],
    [{ statusCallback: 'https://app.example', statusCallbackMethod: 'PUT' }, 53110],
    [{ statusCallback: 'ftp://app.example' }, 53111],
    [{ maxParticipantDuration: 599 }, 53123],
  ] as const)('is refused to create %j with %i', async (wish, code) => {
    const { rooms } = await setUp()
    await rooms.create({ uniqueName: 'taken' })
    await expect(rooms.create(wish)).rejects.toMatchObject({ status: 400, code })
  })

  it('cannot complete a room twice, or set it to anything else', async () => {
    const { rooms } = await setUp()
    const { sid } = await rooms.create()
    await expect(rooms(sid).update({ status: 'failed' })).rejects.toMatchObject({ code: 53112 })
    await rooms(sid).update({ status: 'completed' })
    await expect(rooms(sid).update({ status: 'completed' })).rejects.toMatchObject({ code: 53112 })
  })

  it('lists rooms by status and name, page by page', async () => {
    const { rooms } = await setUp()
    for (const uniqueName of ['one', 'two', 'three']) await rooms.create({ uniqueName })
    await rooms('two').update({ status: 'completed' })
    const names = async (options: Parameters<typeof rooms.list>[0]) =>
      (await rooms.list(options)).map(({ uniqueName }) => uniqueName)
    expect(await names({ pageSize: 1 })).toEqual(['three', 'one'])
    expect(await names({ status: 'completed' })).toEqual(['two'])
    expect(await names({ uniqueName: 'one' })).toEqual(['one'])
    expect(await names({ limit: 1 })).toEqual(['three'])
  })

  it('sees who is in a room, and who was', async () => {
    const { emulator, rooms } = await setUp()
    const { client, session } = await SignalingClient.join(emulator, 'alice', 'standup')
    await SignalingClient.join(emulator, 'bob', 'standup')
    const { participants } = rooms('standup')
    expect((await participants.list()).map(({ identity }) => identity)).toEqual(['alice', 'bob'])
    client.say({ type: 'disconnect', session })
    await expect.poll(async () => (await participants('alice').fetch()).status).toBe('disconnected')
    expect((await participants.list()).map(({ identity }) => identity)).toEqual(['bob'])
    const gone = await participants.list({ status: 'disconnected' })
    expect(gone).toMatchObject([{ identity: 'alice', duration: 0 }])
    await expect(participants('carol').fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
  })

  it('removes a participant', async () => {
    const { emulator, rooms } = await setUp()
    const { client } = await SignalingClient.join(emulator, 'alice', 'standup')
    const removed = await rooms('standup').participants('alice').update({ status: 'disconnected' })
    expect(removed.status).toBe('disconnected')
    expect(await client.hear(({ type }) => type === 'disconnected')).toMatchObject({ status: 'disconnected' })
  })

  it('removes a participant by SID; the others are told, and the place is free again', async () => {
    const { emulator, rooms } = await setUp({ maxParticipants: 2 })
    const alice = await SignalingClient.join(emulator, 'alice', 'standup')
    const bob = await SignalingClient.join(emulator, 'bob', 'standup')
    const { sid } = await rooms('standup').participants('alice').fetch()
    const removed = await rooms('standup').participants(sid).update({ status: 'disconnected' })
    expect(removed).toMatchObject({ identity: 'alice', status: 'disconnected', endTime: expect.any(Date) })
    const left = await bob.client.hear((message) => JSON.stringify(message).includes('"disconnected"'))
    expect(left).toMatchObject({ participants: [{ sid, state: 'disconnected' }] })
    await alice.client.closed()
    // As with Twilio, the token is still good: whoever must stay out must not get in by the booking.
    const again = await SignalingClient.join(emulator, 'alice', 'standup')
    expect(again.answer.type).toBe('connected')
  })

  it('is told what is wrong when nobody can be removed', async () => {
    const { emulator, rooms } = await setUp()
    await SignalingClient.join(emulator, 'alice', 'standup')
    const { participants } = rooms('standup')
    await expect(participants('carol').update({ status: 'disconnected' })).rejects.toMatchObject({
      status: 404,
      code: 20404,
      moreInfo: 'https://www.twilio.com/docs/errors/20404',
    })
    await expect(participants('alice').update({ status: 'connected' })).rejects.toMatchObject({
      status: 400,
      code: 53112,
    })
    expect((await participants('alice').fetch()).status).toBe('connected')
  })

  it('finds everybody gone, and how long they were there, when a room was completed', async () => {
    let time = Date.parse('2026-11-22T14:00:00Z')
    const { emulator, rooms } = await setUp({ now: () => new Date(time) })
    await SignalingClient.join(emulator, 'alice', 'standup', {
      claims: { iat: time / 1000, exp: time / 1000 + 3600 },
    })
    time += 90_000
    const { sid } = await rooms('standup').update({ status: 'completed' })
    const [alice] = await rooms(sid).participants.list()
    expect(alice).toMatchObject({ identity: 'alice', status: 'disconnected', duration: 90 })
    expect(await rooms(sid).fetch()).toMatchObject({ status: 'completed', duration: 90 })
  })

  it('tells everybody when a room is completed', async () => {
    const { emulator, rooms } = await setUp()
    const { client } = await SignalingClient.join(emulator, 'alice', 'standup')
    await rooms('standup').update({ status: 'completed' })
    expect(await client.hear(({ type }) => type === 'disconnected')).toMatchObject({ status: 'completed' })
  })

  it('may use the account and its auth token, but no other secret', async () => {
    const { emulator } = await setUp()
    const account = twilio(credentials.accountSid, AUTH_TOKEN)
    account.video.baseUrl = emulator.url
    expect(await account.video.v1.rooms.list()).toEqual([])
    const wrong = clientOf(emulator.url, 'wrong').video.v1.rooms
    await expect(wrong.list()).rejects.toMatchObject({ status: 401, code: 20003 })
  })
})

describe('the REST API', () => {
  const authorization = `Basic ${btoa(`${credentials.apiKeySid}:${credentials.apiKeySecret}`)}`

  it.each([
    ['a resource it does not have', '/v1/Compositions', {}, 404, 20404],
    ['a path of slashes only', '//', {}, 404, 20404],
    ['a path that is no path', '/v1/Rooms/%E0%A4%A', {}, 400, 20001],
    ['a body that is too large', '/v1/Rooms', { method: 'POST', body: 'x'.repeat(70_000) }, 413, 20413],
    ['JSON that is none', '/v1/Rooms', { method: 'POST', body: '{', json: true }, 400, 20001],
    ['nobody in particular', '/v1/Rooms', { authorization: '' }, 401, 20003],
    ['somebody without a colon', '/v1/Rooms', { authorization: `Basic ${btoa('SK')}` }, 401, 20003],
    [
      'an unknown key with the word false',
      '/v1/Rooms',
      { authorization: `Basic ${btoa('SK:false')}` },
      401,
      20003,
    ],
    ['the account with an empty token', '/v1/Rooms', { authorization: `Basic ${btoa('AC:')}` }, 401, 20003],
  ])('answers %s in Twilio’s shape', async (_what, path, wish: Record<string, unknown>, status, code) => {
    const emulator = await start()
    const response = await fetch(`${emulator.url}${path}`, {
      method: String(wish['method'] ?? 'GET'),
      headers: {
        authorization: String(wish['authorization'] ?? authorization),
        ...(wish['json'] ? { 'content-type': 'application/json' } : {}),
      },
      ...(wish['body'] ? { body: String(wish['body']) } : {}),
    })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code, status, message: expect.any(String) })
  })
})
