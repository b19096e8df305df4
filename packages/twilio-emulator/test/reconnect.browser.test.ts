import { afterEach, describe, expect, it } from 'vitest'
import { eventually, nextEvent, picturePlays, remote, seesPicture } from './eventually.ts'
import { arrive, camera, leaveAll, newRoomName, rest } from './people.ts'

afterEach(leaveAll)

const dropSocket = (identity: string, roomName: string) =>
  rest('POST', '/emulator/simulate/drop-socket', { identity, roomName })

describe('a lost connection', () => {
  it('comes back by itself, and the picture goes on', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()] })
    const bob = await arrive({ identity: 'bob', room, tracks: [await camera()] })
    const picture = await seesPicture(alice, 'bob')
    const reconnecting = nextEvent<[{ code: number }]>(alice, 'reconnecting')
    const reconnected = nextEvent(alice, 'reconnected')
    expect(await dropSocket('alice', room)).toEqual({ status: 200, body: { dropped: 1 } })
    expect((await reconnecting)[0]).toMatchObject({ code: 53001 })
    await reconnected
    expect(alice.state).toBe('connected')
    await picturePlays(picture)
    await bob.localParticipant.publishTrack(await camera('after the cut'))
    await seesPicture(alice, 'bob', 1)
  })

  it('is seen by the others, and so is its return', async () => {
    const room = newRoomName()
    await arrive({ identity: 'alice', room, tracks: [] })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    const seen: string[] = []
    bob.on('participantReconnecting', ({ identity }) => seen.push(`${identity} reconnecting`))
    bob.on('participantReconnected', ({ identity }) => seen.push(`${identity} reconnected`))
    await dropSocket('alice', room)
    await eventually('bob sees alice come back', () => seen.length === 2)
    expect(seen).toEqual(['alice reconnecting', 'alice reconnected'])
    expect(remote(bob, 'alice')?.state).toBe('connected')
  })

  // The cut comes while the two are still negotiating, so that offers and answers get lost.
  it.each(['alice', 'bob'])('of %s misses nothing that is published meanwhile', async (identity) => {
    const room = newRoomName()
    const second = [await camera(), await camera()] as const
    const alice = await arrive({ identity: 'alice', room, tracks: [await camera()] })
    const bob = await arrive({ identity: 'bob', room, tracks: [await camera()] })
    const reconnecting = nextEvent(identity === 'alice' ? alice : bob, 'reconnecting')
    await dropSocket(identity, room)
    await reconnecting
    await Promise.all([
      alice.localParticipant.publishTrack(second[0]),
      bob.localParticipant.publishTrack(second[1]),
    ])
    for (const index of [0, 1]) {
      await seesPicture(alice, 'bob', index)
      await seesPicture(bob, 'alice', index)
    }
  })

  it('cannot come back with a token that has expired (20104)', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room, tracks: [], token: { ttl: 2 } })
    const expiry = Date.now() + 2_000
    const ended = nextEvent<[unknown, { code: number }]>(alice, 'disconnected')
    await eventually('the token expires', () => Date.now() > expiry)
    await dropSocket('alice', room)
    expect((await ended)[1]).toMatchObject({ code: 20104 })
  })

  it('cannot be cut for somebody who is not there', async () => {
    const answer = await dropSocket('nobody', newRoomName())
    expect(answer.status).toBe(404)
    expect(answer.body.message).toContain('Nobody with the identity "nobody" is connected')
  })
})
