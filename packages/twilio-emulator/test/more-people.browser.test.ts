import { afterEach, describe, expect, it } from 'vitest'
import { eventually, nextEvent, remote, remoteTracks, seesPicture } from './eventually.ts'
import { arrive, camera, leaveAll, newRoomName, rest } from './people.ts'

afterEach(leaveAll)

describe('three people in a room', () => {
  it('all see each other, the late one too', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()] })
    const bob = await arrive({ identity: 'bob', room, tracks: [await camera()] })
    await seesPicture(alice, 'bob')
    const carol = await arrive({ identity: 'carol', room, tracks: [await camera()] })
    expect([...carol.participants.values()].map(({ identity }) => identity)).toEqual(['alice', 'bob'])
    for (const [who, other] of [
      [carol, 'alice'],
      [carol, 'bob'],
      [alice, 'carol'],
      [bob, 'carol'],
      [bob, 'alice'],
    ] as const) {
      await seesPicture(who, other)
    }
  })

  it('go on when one of them leaves', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()] })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    const carol = await arrive({ identity: 'carol', room, tracks: [] })
    await eventually('carol gets the picture', () => remoteTracks(carol, 'alice', 'video').length === 1)
    bob.disconnect()
    await eventually('alice sees bob leave', () => remote(alice, 'bob') === undefined)
    await seesPicture(carol, 'alice')
  })
})

describe('somebody alone in a room', () => {
  it('is seen by who comes much later, with what was published meanwhile', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    await alice.localParticipant.publishTrack(await camera('from later on'))
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    await seesPicture(bob, 'alice')
    expect(remoteTracks(bob, 'alice', 'video')[0]?.name).toBe('from later on')
  })

  it('is told of who comes', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    const arrival = nextEvent<[{ identity: string }]>(alice, 'participantConnected')
    await arrive({ identity: 'bob', room, tracks: [await camera()] })
    expect((await arrival)[0].identity).toBe('bob')
    await seesPicture(alice, 'bob')
  })
})

describe('a room with a limit', () => {
  it('turns away who comes when it is full (53105)', async () => {
    const room = newRoomName()
    await rest('POST', '/v1/Rooms', { UniqueName: room, Type: 'peer-to-peer', MaxParticipants: '1' })
    await arrive({ identity: 'alice', room, tracks: [] })
    await expect(arrive({ identity: 'bob', room, tracks: [] })).rejects.toMatchObject({ code: 53105 })
  })
})
