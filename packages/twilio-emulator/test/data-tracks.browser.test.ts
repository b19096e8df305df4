import * as Video from 'twilio-video'
import { afterEach, describe, expect, it } from 'vitest'
import { eventually, nextEvent, remote, remoteTracks } from './eventually.ts'
import { arrive, leaveAll, newGroupRoom, newRoomName, simulate } from './people.ts'

afterEach(leaveAll)

describe('a data track', () => {
  it('carries texts and bytes to everybody, also to who comes late', async () => {
    const room = newRoomName()
    const chat = new Video.LocalDataTrack({ name: 'chat' })
    await arrive({ identity: 'alice', room, tracks: [chat] })
    const bob = await hearing(await arrive({ identity: 'bob', room, tracks: [] }), 'alice')
    const carol = await hearing(await arrive({ identity: 'carol', room, tracks: [] }), 'alice')
    await untilHeard(chat, [bob, carol])
    chat.send('good morning')
    chat.send(new Uint8Array([1, 2, 3]))
    for (const messages of [bob, carol]) {
      await eventually('the bytes arrive', () => messages.some((one) => one instanceof ArrayBuffer))
      expect(messages.filter((one) => one !== GREETING)).toEqual([
        'good morning',
        new Uint8Array([1, 2, 3]).buffer,
      ])
    }
  })

  it('published during the call arrives, and is gone when it is unpublished', async () => {
    const room = await newGroupRoom()
    const alice = await arrive({ identity: 'alice', room, tracks: [] })
    const bob = await arrive({ identity: 'bob', room, tracks: [] })
    const chat = new Video.LocalDataTrack({ name: 'chat', ordered: false, maxRetransmits: 0 })
    const publication = await alice.localParticipant.publishTrack(chat)
    await untilHeard(chat, [await hearing(bob, 'alice')])
    const [track] = remoteTracks(bob, 'alice', 'data')
    expect(track).toMatchObject({ name: 'chat', maxRetransmits: 0 })
    const gone = nextEvent<[Video.RemoteDataTrack]>(bob, 'trackUnsubscribed')
    publication.unpublish()
    expect((await gone)[0]).toBe(track)
    await eventually('nothing is left', () => remote(bob, 'alice')?.dataTracks.size === 0)
  })

  it('still carries messages after the signalling was lost and restored', async () => {
    const room = newRoomName()
    const chat = new Video.LocalDataTrack({ name: 'chat' })
    const alice = await arrive({ identity: 'alice', room, tracks: [chat] })
    const heard = await hearing(await arrive({ identity: 'bob', room, tracks: [] }), 'alice')
    await untilHeard(chat, [heard])
    const back = nextEvent(alice, 'reconnected')
    await simulate.dropSocket('alice', { roomName: room, forMs: Number.POSITIVE_INFINITY })
    await eventually('alice is away', () => alice.state === 'reconnecting')
    chat.send('said without the server')
    await eventually('it arrives', () => heard.includes('said without the server'))
    expect(alice.state).toBe('reconnecting')
    await simulate.restoreSocket('alice')
    await back
  })
})

const GREETING = 'anybody there?'

/** What a room's holder hears on somebody's data track, from when it arrives. */
async function hearing(room: Video.Room, from: string): Promise<unknown[]> {
  const messages: unknown[] = []
  await eventually(`the data track of ${from} arrives`, () => remoteTracks(room, from, 'data').length === 1)
  const [track] = remoteTracks(room, from, 'data')
  if (track?.kind === 'data') track.on('message', (data) => messages.push(data))
  return messages
}

/** Says something again and again until all have heard it: what is sent before a channel is open is lost. */
async function untilHeard(track: Video.LocalDataTrack, listeners: readonly unknown[][]): Promise<void> {
  await eventually('everybody hears', () => {
    track.send(GREETING)
    return listeners.every((messages) => messages.length > 0)
  })
}
