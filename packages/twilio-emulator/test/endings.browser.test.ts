import * as Video from 'twilio-video'
import { afterEach, describe, expect, it } from 'vitest'
import { eventually, nextEvent } from './eventually.ts'
import { arrive, camera, connect, leaveAll, newRoomName, rest } from './people.ts'

afterEach(leaveAll)

describe('the end of a stay', () => {
  it('comes with 53205 when the same identity arrives again', async () => {
    const room = newRoomName()
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    const older = await arrive({ identity: 'alice', room, tracks: [] })
    const ended = nextEvent<[unknown, { code: number }]>(older, 'disconnected')
    const newer = await arrive({ identity: 'alice', room, tracks: [] })
    expect((await ended)[1]).toMatchObject({ code: 53205 })
    expect(newer.state).toBe('connected')
    await eventually('bob sees only the newer one', () => bob.participants.has(newer.localParticipant.sid))
    expect(bob.participants.size).toBe(1)
  })

  it('comes with 53118 when the room is completed over REST', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()] })
    const ended = nextEvent<[unknown, { code: number }]>(alice, 'disconnected')
    const { body } = await rest('POST', `/v1/Rooms/${room}`, { Status: 'completed' })
    expect(body).toMatchObject({ sid: alice.sid, status: 'completed' })
    expect((await ended)[1]).toMatchObject({ code: 53118 })
  })

  it('comes without an error when somebody is removed over REST', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    const ended = nextEvent<[unknown, unknown]>(alice, 'disconnected')
    const left = nextEvent<[{ identity: string }]>(bob, 'participantDisconnected')
    await rest('POST', `/v1/Rooms/${alice.sid}/Participants/alice`, { Status: 'disconnected' })
    expect((await ended)[1]).toBeNull()
    expect((await left)[0].identity).toBe('alice')
    expect(bob.state).toBe('connected')
  })

  it('leaves the name of the room free for a new one', async () => {
    const room = newRoomName()
    const first = await arrive({ identity: 'alice', room, tracks: [] })
    await rest('POST', `/v1/Rooms/${room}`, { Status: 'completed' })
    const second = await arrive({ identity: 'alice', room, tracks: [] })
    expect(second.name).toBe(first.name)
    expect(second.sid).not.toBe(first.sid)
  })
})

describe('a token', () => {
  const now = Math.floor(Date.now() / 1000)

  it.each([
    ['with a wrong header', 20102, { header: { cty: undefined } }],
    ['of an unknown key', 20103, { apiKeySid: 'SK-unknown' }],
    ['of another account', 20103, { accountSid: 'AC-other' }],
    ['that has expired', 20104, { ttl: -1 }],
    ['that is not valid yet', 20105, { claims: { nbf: now + 600 } }],
    ['without a video grant', 20106, { claims: { grants: { identity: 'alice' } } }],
    ['signed with another secret', 20107, { apiKeySecret: 'not-the-secret' }],
  ] as const)('%s is refused with %i', async (_what, code, token) => {
    const attempt = arrive({ identity: 'alice', room: 'any', tracks: [], token })
    await expect(attempt).rejects.toMatchObject({ code })
  })

  it('that is no token at all is refused with 20101', async () => {
    await expect(connect('not.a-token', { tracks: [] })).rejects.toMatchObject({ code: 20101 })
  })

  it('bound to one room is refused in another (20106)', async () => {
    const attempt = arrive({ identity: 'alice', room: 'mine', name: 'theirs', tracks: [] })
    await expect(attempt).rejects.toMatchObject({ code: 20106 })
  })
})

describe('a publication', () => {
  it('fails alone when its name is taken (53304)', async () => {
    const alice = await arrive({ identity: 'alice', room: newRoomName(), tracks: [await camera('picture')] })
    const second = alice.localParticipant.publishTrack(new Video.LocalDataTrack({ name: 'picture' }))
    await expect(second).rejects.toMatchObject({ code: 53304 })
    const other = await alice.localParticipant.publishTrack(new Video.LocalDataTrack({ name: 'other' }))
    expect(other.trackName).toBe('other')
  })

  it('fails alone when its name is too long (53302)', async () => {
    const alice = await arrive({ identity: 'alice', room: newRoomName(), tracks: [] })
    const track = new Video.LocalDataTrack({ name: 'n'.repeat(129) })
    await expect(alice.localParticipant.publishTrack(track)).rejects.toMatchObject({ code: 53302 })
  })
})
