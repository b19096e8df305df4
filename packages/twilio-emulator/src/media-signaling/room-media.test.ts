import { describe, expect, it } from 'vitest'
import { manualTimers } from '../clock/manual-timers.ts'
import type { PeerConnectionState } from '../link/peer-connection-state.ts'
import { countingIds } from '../room/counting-ids.ts'
import { Room } from '../room/room.ts'
import { defaultSettings, type RoomType } from '../room/room-settings.ts'
import type { ServerMessage } from '../signaling/server-message.ts'
import type { AnnouncedTrack } from '../tracks/track-publication.ts'
import { CHANNEL_NAMES } from './channel-name.ts'
import { fakeDataPeers } from './fake-data-peer.ts'

const voice: AnnouncedTrack = { id: 'v', kind: 'audio', name: 'voice', enabled: true, priority: 'standard' }

/** Lets promises that are due come through. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

function setUp(type: RoomType = 'group') {
  const timers = manualTimers()
  const { open, peers } = fakeDataPeers()
  const world = {
    ids: countingIds(),
    timers,
    now: timers.now,
    openPeer: open,
    sessionTimeoutSeconds: 30,
    onEvent: () => {},
  }
  const room = new Room(world, defaultSettings(type), 'standup')
  const enter = async (identity: string) => {
    const said: ServerMessage[] = []
    const line = { send: (message: ServerMessage) => void said.push(message), end: () => {}, cut: () => {} }
    const announcement = { revision: 1, tracks: [{ ...voice, id: identity }] }
    const entry = { identity, line, announcement, peerConnections: [], channels: CHANNEL_NAMES }
    const participant = room.enter(entry)
    await settle()
    const peer = peers.at(-1)
    const own = () => linksOf(said).at(-1)
    const ready = () => {
      for (const name of CHANNEL_NAMES) peer?.events.onMessage(name, { type: 'ready' })
    }
    return { participant, said, line, peer, own, ready }
  }
  return { timers, room, peers, enter }
}

/** What the server said about peer connections. */
function linksOf(said: readonly ServerMessage[]): PeerConnectionState[] {
  return said.flatMap((message) => ('peer_connections' in message ? (message.peer_connections ?? []) : []))
}

const answer = (id: string, revision: number, type: 'answer' | 'offer' | 'close' = 'answer') => ({
  announcement: null,
  peerConnections: [{ id, description: { type, revision, sdp: `sdp ${revision}` } }],
})

describe('the channels of a group room', () => {
  it('are named at the start, and offered on a connection of their own', async () => {
    const { enter } = setUp()
    const { said, own } = await enter('alice')
    expect(said[0]).toMatchObject({
      media_signaling: { active_speaker: { transport: { type: 'data-channel', label: 'active_speaker' } } },
    })
    expect(own()).toMatchObject({ description: { type: 'offer', revision: 1, sdp: 'offer of server 1' } })
  })

  it('are not there in a room without a media server', async () => {
    const { enter, peers } = setUp('peer-to-peer')
    const { said } = await enter('alice')
    expect(said[0]).toMatchObject({ media_signaling: {} })
    expect(peers).toEqual([])
  })

  it('take the answer once, and answer every later offer', async () => {
    const { room, enter } = setUp()
    const { participant, peer, own } = await enter('alice')
    const id = String(own()?.id)
    room.update(participant, answer(id, 1))
    room.update(participant, answer(id, 1))
    room.update(participant, answer(id, 2, 'offer'))
    await settle()
    expect(peer?.accepted).toEqual(['sdp 1'])
    expect(own()).toEqual({ id, description: { type: 'answer', revision: 2, sdp: 'answer to sdp 2' } })
  })

  it('take each candidate once', async () => {
    const { room, enter } = setUp()
    const { participant, peer, own } = await enter('alice')
    const ice = { candidates: [{ candidate: 'a' }], ufrag: 'u', revision: 1 }
    const update = (candidates: unknown[]) =>
      room.update(participant, {
        announcement: null,
        peerConnections: [{ id: String(own()?.id), ice: { ...ice, candidates } }],
      })
    update([{ candidate: 'a' }])
    update([{ candidate: 'a' }, { candidate: 'b' }])
    await settle()
    expect(peer?.candidates).toEqual([{ candidate: 'a' }, { candidate: 'b' }])
  })

  it('carry nothing before the client is ready, and then how things are', async () => {
    const { room, enter } = setUp()
    const alice = await enter('alice')
    const bob = await enter('bob')
    room.media.fixSpeaker(bob.participant)
    expect(alice.peer?.said).toEqual([])
    alice.ready()
    expect(alice.peer?.said).toContainEqual({ type: 'active_speaker', participant: bob.participant.sid })
  })

  it('are named again, once a second, to who is not ready on all of them', async () => {
    const { timers, enter } = setUp()
    const { said, ready } = await enter('alice')
    const reminders = () =>
      said.filter((message) => message.type === 'update' && 'media_signaling' in message)
    timers.advance(2000)
    expect(reminders()).toHaveLength(2)
    ready()
    timers.advance(2000)
    expect(reminders()).toHaveLength(2)
  })

  it('are listed for who comes back, with what the server said last', async () => {
    const { room, enter } = setUp()
    const alice = await enter('alice')
    room.lose(alice.participant, alice.line)
    const back: ServerMessage[] = []
    const line = { ...alice.line, send: (message: ServerMessage) => void back.push(message) }
    room.resume(alice.participant, line, {
      announcement: { revision: 1, tracks: [] },
      peerConnections: [],
    })
    expect(linksOf(back)).toEqual([alice.own()])
  })

  it('are made anew as often as they were in use', async () => {
    const { enter, peers } = setUp()
    await enter('alice')
    for (let time = 0; time < 5; time += 1) {
      peers.at(-1)?.events.onMessage('active_speaker', { type: 'ready' })
      peers.at(-1)?.events.onGone()
      await settle()
    }
    expect(peers).toHaveLength(6)
  })

  it('are made anew when their connection does not come up, three times at most', async () => {
    const { enter, peers } = setUp()
    const { said } = await enter('alice')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      peers.at(-1)?.events.onGone()
      await settle()
    }
    expect(peers).toHaveLength(3)
    expect(peers.every(({ isClosed }) => isClosed)).toBe(true)
    const types = linksOf(said).map(({ description }) => description?.type)
    expect(types).toEqual(['offer', 'close', 'offer', 'close', 'offer', 'close'])
  })

  it('are closed when somebody leaves, and when the room ends', async () => {
    const { room, enter } = setUp()
    const alice = await enter('alice')
    const bob = await enter('bob')
    room.leave(alice.participant)
    expect([alice.peer?.isClosed, bob.peer?.isClosed]).toEqual([true, false])
    room.complete()
    expect(bob.peer?.isClosed).toBe(true)
  })
})

describe('the dominant speaker', () => {
  it('is who is heard, until muted', async () => {
    const { timers, room, enter } = setUp()
    const alice = await enter('alice')
    const bob = await enter('bob')
    alice.ready()
    bob.peer?.events.onSound(20)
    timers.advance(250)
    expect(alice.peer?.said.at(-1)).toEqual({ type: 'active_speaker', participant: bob.participant.sid })
    const muted = { revision: 2, tracks: [{ ...voice, id: 'bob', enabled: false }] }
    room.update(bob.participant, { announcement: muted, peerConnections: [] })
    expect(alice.peer?.said.at(-1)).toEqual({ type: 'active_speaker', participant: null })
    bob.peer?.events.onSound(20)
    timers.advance(250)
    expect(room.media.speaker).toBeNull()
  })

  it('is whoever it is said to be, until that one leaves', async () => {
    const { timers, room, enter } = setUp()
    const alice = await enter('alice')
    const bob = await enter('bob')
    room.media.fixSpeaker(bob.participant)
    alice.peer?.events.onSound(0)
    timers.advance(1000)
    expect(room.media.speaker).toBe(bob.participant.sid)
    room.leave(bob.participant)
    alice.peer?.events.onSound(0)
    timers.advance(1000)
    expect(room.media.speaker).toBe(alice.participant.sid)
  })

  it('is not looked for when everybody has left', async () => {
    const { timers, room, enter } = setUp()
    const alice = await enter('alice')
    room.complete()
    expect(alice.peer?.isClosed).toBe(true)
    expect(timers.pending).toBe(0)
  })
})

describe('the network quality', () => {
  const report = { type: 'network_quality', reportLevel: 1, remoteReportLevel: 1, ice: { rtt: 0.2 } }

  it('is measured from reports, and told in the answer to the next one', async () => {
    const { enter } = setUp()
    const alice = await enter('alice')
    const bob = await enter('bob')
    alice.ready()
    bob.ready()
    bob.peer?.events.onMessage('network_quality', report)
    alice.peer?.events.onMessage('network_quality', { ...report, ice: {} })
    expect(alice.peer?.said.at(-1)).toEqual({
      type: 'network_quality',
      local: 5,
      remotes: [{ sid: bob.participant.sid, level: 4 }],
    })
  })

  it('of others is told to nobody who does not ask for it', async () => {
    const { enter } = setUp()
    const alice = await enter('alice')
    alice.ready()
    alice.peer?.events.onMessage('network_quality', { ...report, remoteReportLevel: 0 })
    expect(alice.peer?.said.at(-1)).toEqual({ type: 'network_quality', local: 4 })
  })
})
