import * as Video from 'twilio-video'
import { afterEach, describe, expect, it } from 'vitest'
import { eventually, nextEvent, remote, remoteTracks } from './eventually.ts'
import { arrive, camera, connect, leaveAll, newGroupRoom, newRoomName, simulate, tokenFor } from './people.ts'

afterEach(async () => {
  leaveAll()
  await simulate.clear()
})

type Ending = [room: unknown, error: { code: number } | null]

describe('a socket that is dropped', () => {
  it('stays away for as long as it was told to', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    const back = nextEvent(alice, 'reconnected')
    const start = performance.now()
    expect(await simulate.dropSocket('alice', { roomName: room, forMs: 1200 })).toBe(1)
    await back
    expect(performance.now() - start).toBeGreaterThan(1100)
  })

  it('stays away until it is restored', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    const back = nextEvent(alice, 'reconnected')
    await simulate.dropSocket('alice', { forMs: Number.POSITIVE_INFINITY })
    await eventually('bob sees that alice is away', () => remote(bob, 'alice')?.state === 'reconnecting')
    await simulate.restoreSocket('alice')
    await back
    await eventually('bob sees alice again', () => remote(bob, 'alice')?.state === 'connected')
  })
})

describe('a server that is down', () => {
  it('is found again when it comes back in time', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()] })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    const back = [nextEvent(alice, 'reconnected'), nextEvent(bob, 'reconnected')]
    await simulate.outage({ forMs: 500 })
    await Promise.all(back)
    await eventually('bob gets the picture', () => remoteTracks(bob, 'alice', 'video').length === 1)
  })

  it('lets nobody in meanwhile (53000)', async () => {
    await simulate.outage()
    await expect(arrive({ identity: 'alice', room: newRoomName(), tracks: [] })).rejects.toMatchObject({
      code: 53000,
    })
    await simulate.endOutage()
    const alice = await arrive({ identity: 'alice', room: newRoomName(), tracks: [] })
    expect(alice.state).toBe('connected')
  })

  it('knows nobody any more when it was restarted (53204)', async () => {
    const alice = await arrive({ identity: 'alice', room: newRoomName(), tracks: [] })
    const ended = nextEvent<Ending>(alice, 'disconnected')
    await simulate.outage({ forMs: 300, forget: true })
    expect((await ended)[1]).toMatchObject({ code: 53204 })
  })
})

describe('a slow network', () => {
  it('makes everything late, and loses nothing', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    await simulate.delayMessages(400, { identity: 'bob' })
    const start = performance.now()
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    // Two answers to two questions, the first of which came before anybody knew that it was bob.
    expect(performance.now() - start).toBeGreaterThan(1100)
    await alice.localParticipant.publishTrack(await camera())
    await eventually('bob gets the picture', () => remoteTracks(bob, 'alice', 'video').length === 1)
  })
})

describe('a connect', () => {
  it('is refused as busy (53006), or comes through when it is told to come again', async () => {
    const room = newRoomName()
    await simulate.busy()
    await expect(arrive({ identity: 'alice', room, tracks: [] })).rejects.toMatchObject({ code: 53006 })
    await simulate.busy({ retryAfterMs: 300, times: 2 })
    const start = performance.now()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    expect(alice.state).toBe('connected')
    expect(performance.now() - start).toBeGreaterThan(550)
  })

  it.each([53105, 53106, 20104, 53000])('is refused with %i, once, for one person', async (code) => {
    const room = newRoomName()
    await simulate.refuseConnect(code, { identity: 'alice' })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    await expect(arrive({ identity: 'alice', room, tracks: [] })).rejects.toMatchObject({ code })
    await arrive({ identity: 'alice', room, tracks: [] })
    await eventually('bob sees alice', () => remote(bob, 'alice'))
  })

  it('is refused when the room is full (53105)', async () => {
    const room = await newGroupRoom({ MaxParticipants: '1' })
    await arrive({ identity: 'alice', room, tracks: [] })
    await expect(arrive({ identity: 'bob', room, tracks: [] })).rejects.toMatchObject({ code: 53105 })
  })
})

describe('a token that expires', () => {
  it('does not end the call, but forbids to come back; a fresh one is good', async () => {
    const room = newRoomName()
    const token = await tokenFor('alice', { room })
    const alice = await connect(token, { tracks: [] })
    expect(await simulate.expireToken('alice')).toBe(1)
    await alice.localParticipant.publishTrack(new Video.LocalDataTrack())
    expect(alice.state).toBe('connected')
    const ended = nextEvent<Ending>(alice, 'disconnected')
    await simulate.dropSocket('alice')
    expect((await ended)[1]).toMatchObject({ code: 20104 })
    await expect(connect(token, { tracks: [] })).rejects.toMatchObject({ code: 20104 })
    const again = await connect(await tokenFor('alice', { room, ttl: 7200 }), { tracks: [] })
    expect(again.state).toBe('connected')
  })
})

describe('the end of a stay', () => {
  it('comes without an error to who is removed, and the others see it', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    const ended = nextEvent<Ending>(alice, 'disconnected')
    await simulate.removeParticipant('alice')
    expect((await ended)[1]).toBeNull()
    await eventually('bob is alone', () => bob.participants.size === 0)
  })

  it.each([53205, 53216, 53000])('comes with %i when it is asked for', async (code) => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    const ended = nextEvent<Ending>(alice, 'disconnected')
    await simulate.expelParticipant('alice', code, { roomName: room })
    expect((await ended)[1]).toMatchObject({ code })
  })

  it('comes with 53118 to everybody when the room is ended', async () => {
    const room = newRoomName()
    const people = [
      await arrive({ identity: 'alice', room, tracks: [] }),
      await arrive({ identity: 'bob', room, tracks: [] }),
    ]
    const ended = people.map((one) => nextEvent<Ending>(one, 'disconnected'))
    await simulate.endRoom(room)
    for (const [, error] of await Promise.all(ended)) expect(error).toMatchObject({ code: 53118 })
  })
})

describe('the recording of a room', () => {
  it('starts and stops on demand, once somebody publishes', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    await simulate.record(room, true)
    const started = nextEvent(alice, 'recordingStarted')
    await alice.localParticipant.publishTrack(await camera())
    await started
    expect(alice.isRecording).toBe(true)
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    expect(bob.isRecording).toBe(true)
    const stopped = [nextEvent(alice, 'recordingStopped'), nextEvent(bob, 'recordingStopped')]
    await simulate.record(room, false)
    await Promise.all(stopped)
  })

  it('is on from the start when the room was created so', async () => {
    const room = await newGroupRoom({ RecordParticipantsOnConnect: 'true' })
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()] })
    expect(alice.isRecording).toBe(true)
  })
})

describe('a room’s type', () => {
  it.each([
    ['peer-to-peer', null],
    ['go', null],
    ['group', 'us1'],
    ['group-small', 'us1'],
  ])('%s is where media regions are', async (type, region) => {
    const room = await newGroupRoom({ Type: type })
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    expect(alice.mediaRegion).toBe(region)
  })
})

describe('the priority of a track', () => {
  it('set by its publisher is seen by the others', async () => {
    const room = await newGroupRoom()
    const options: Video.ConnectOptions = { bandwidthProfile: { video: { mode: 'collaboration' } } }
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()], options })
    const bob = await arrive({ identity: 'bob', room, tracks: [], options })
    await eventually('the track arrives', () => remoteTracks(bob, 'alice', 'video').length === 1)
    const [publication] = [...alice.localParticipant.videoTracks.values()]
    const changed = nextEvent<[string]>(bob, 'trackPublishPriorityChanged')
    publication?.setPriority('high')
    expect((await changed)[0]).toBe('high')
    const [track] = remoteTracks(bob, 'alice', 'video')
    if (track?.kind === 'video') expect(track.setPriority('low').priority).toBe('low')
  })
})

describe('a simulation that cannot be', () => {
  it.each([
    [() => simulate.dropSocket('nobody'), 'Nobody with the identity "nobody" is connected to any room'],
    [() => simulate.endRoom('nowhere'), 'There is no room "nowhere"'],
    [() => simulate.networkQuality('nowhere', 'alice', 1), 'There is no room "nowhere"'],
    [() => simulate.refuseConnect(Number.NaN), 'The field "code" must be a number'],
  ])('says why', async (call, reason) => {
    await expect(call()).rejects.toThrow(reason)
  })
})
