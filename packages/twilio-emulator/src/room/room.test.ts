import { describe, expect, it } from 'vitest'
import { manualTimers } from '../clock/manual-timers.ts'
import { fakeDataPeers } from '../media-signaling/fake-data-peer.ts'
import type { Line } from '../signaling/line.ts'
import type { ServerMessage } from '../signaling/server-message.ts'
import type { AnnouncedTrack } from '../tracks/track-publication.ts'
import { countingIds } from './counting-ids.ts'
import { Room } from './room.ts'
import { defaultSettings, type RoomSettings } from './room-settings.ts'

const camera: AnnouncedTrack = { id: 'c', kind: 'video', name: 'camera', enabled: true, priority: 'standard' }

/** A line that remembers what was said on it. */
class FakeLine implements Line {
  readonly said: ServerMessage[] = []
  status: 'open' | 'ended' | 'cut' = 'open'

  send(message: ServerMessage): void {
    this.said.push(message)
  }

  end(message: ServerMessage): void {
    this.said.push(message)
    this.status = 'ended'
  }

  cut(): void {
    this.status = 'cut'
  }

  get last(): ServerMessage | undefined {
    return this.said.at(-1)
  }
}

function setUp(settings: Partial<RoomSettings> = {}) {
  const timers = manualTimers()
  const events: string[] = []
  const room = new Room(
    {
      ids: countingIds(),
      timers,
      now: timers.now,
      openPeer: fakeDataPeers().open,
      sessionTimeoutSeconds: 30,
      onEvent: (event) => events.push(event.type),
    },
    { ...defaultSettings('peer-to-peer'), ...settings },
    'standup',
  )
  const enter = (identity: string, tracks: AnnouncedTrack[] = [], line = new FakeLine()) => {
    const offer = { type: 'offer', revision: 1, sdp: `of ${identity}` } as const
    const peerConnections = [{ id: `pc-${identity}`, description: offer }]
    const announcement = { revision: 1, tracks }
    const participant = room.enter({ identity, line, announcement, peerConnections, channels: [] })
    return { participant, line }
  }
  return { timers, events, room, enter }
}

const announce = (revision: number, tracks: AnnouncedTrack[]) => ({
  announcement: { revision, tracks },
  peerConnections: [],
})

describe('a room', () => {
  it('tells a newcomer who is here, and the others who came', () => {
    const { room, enter } = setUp()
    const alice = enter('alice', [camera])
    const bob = enter('bob')
    expect(bob.line.last).toMatchObject({
      type: 'connected',
      sid: room.sid,
      name: 'standup',
      options: { session_timeout: 30, media_region: null },
      participants: [{ identity: 'alice', state: 'connected', tracks: [{ name: 'camera' }] }],
      subscribed: { revision: 1, tracks: [{ id: 'c' }] },
      peer_connections: [],
    })
    expect(alice.line.last).toMatchObject({
      type: 'update',
      participants: [{ identity: 'bob' }],
      peer_connections: [{ id: 'pc-bob', description: { type: 'offer', sdp: 'of bob' } }],
    })
  })

  it('closes the offer of who comes first, and asks who comes third for one more', () => {
    const { enter } = setUp()
    const alice = enter('alice')
    expect(alice.line.said[0]).toMatchObject({
      peer_connections: [{ id: 'pc-alice', description: { type: 'close', revision: 2 } }],
    })
    enter('bob')
    const carol = enter('carol')
    expect(carol.line.said[0]).toMatchObject({
      peer_connections: [{ description: { type: 'create-offer', revision: 1 } }],
    })
  })

  it('hears only newer announcements', () => {
    const { room, enter } = setUp()
    const { participant, line } = enter('alice', [camera])
    room.update(participant, announce(1, []))
    expect(line.said).toHaveLength(1)
    room.update(participant, announce(2, []))
    expect(line.last).toMatchObject({ type: 'update', published: { revision: 2, tracks: [] } })
  })

  it('gives every news a higher revision', () => {
    const { room, enter } = setUp()
    const alice = enter('alice')
    const bob = enter('bob')
    room.update(alice.participant, announce(2, [camera]))
    room.update(alice.participant, announce(3, [{ ...camera, enabled: false }]))
    room.update(alice.participant, announce(4, []))
    const news = bob.line.said.flatMap((message) => (message.type === 'update' ? [message] : []))
    expect(news.map(({ participants }) => participants?.[0]?.revision)).toEqual([2, 3, 4])
    expect(news.map(({ subscribed }) => subscribed?.revision)).toEqual([2, undefined, 3])
  })

  it('keeps refused tracks between itself and their owner', () => {
    const { enter } = setUp({ isAudioOnly: true })
    const alice = enter('alice', [camera])
    const bob = enter('bob')
    expect(alice.line.said[0]).toMatchObject({ published: { tracks: [{ id: 'c', state: 'failed' }] } })
    expect(bob.line.said[0]).toMatchObject({ participants: [{ tracks: [] }], subscribed: { tracks: [] } })
  })

  it('is full at its limit, but not for who comes again', () => {
    const { room, enter } = setUp({ maxParticipants: 2 })
    const alice = enter('alice')
    enter('bob')
    expect(() => enter('carol')).toThrow(expect.objectContaining({ code: 53105 }))
    enter('alice')
    expect(alice.line.last).toMatchObject({ type: 'error', code: 53205 })
    expect(room.present.map(({ identity }) => identity)).toEqual(['bob', 'alice'])
  })

  it('tells the others who left, with the tracks unchanged', () => {
    const { room, enter } = setUp()
    const alice = enter('alice', [camera])
    const bob = enter('bob')
    room.leave(alice.participant)
    expect(bob.line.last).toMatchObject({
      participants: [{ identity: 'alice', state: 'disconnected', tracks: [{ name: 'camera' }] }],
      subscribed: { tracks: [] },
      peer_connections: [{ id: 'pc-bob', description: { type: 'close' } }],
    })
    expect(room.links).toEqual([])
  })

  it('waits for a lost connection until the session timeout', () => {
    const { timers, room, enter } = setUp()
    const alice = enter('alice')
    const bob = enter('bob')
    room.lose(alice.participant, alice.line)
    expect(bob.line.last).toMatchObject({ participants: [{ state: 'reconnecting' }] })
    timers.advance(29_999)
    expect(room.present).toHaveLength(2)
    timers.advance(1)
    expect(bob.line.last).toMatchObject({ participants: [{ state: 'disconnected' }] })
  })

  it('tells who comes back all that was said meanwhile', () => {
    const { timers, room, enter } = setUp()
    const alice = enter('alice')
    const bob = enter('bob')
    room.lose(alice.participant, alice.line)
    room.update(bob.participant, announce(2, [camera]))
    const line = new FakeLine()
    room.resume(alice.participant, line, announce(1, []))
    expect(line.said[0]).toMatchObject({
      type: 'synced',
      participants: [{ identity: 'bob', tracks: [{ name: 'camera' }] }],
      subscribed: { tracks: [{ id: 'c' }] },
      peer_connections: [{ id: 'pc-bob', description: { type: 'offer' } }],
    })
    expect(bob.line.last).toMatchObject({ participants: [{ identity: 'alice', state: 'connected' }] })
    timers.advance(60_000)
    expect(room.present).toHaveLength(2)
  })

  it('cuts the old connection of who comes back on a new one, and forgets it', () => {
    const { room, enter } = setUp()
    const alice = enter('alice')
    room.resume(alice.participant, new FakeLine(), announce(1, []))
    expect(alice.line.status).toBe('cut')
    room.lose(alice.participant, alice.line)
    expect(alice.participant.state).toBe('connected')
  })

  it('ends for everybody when it is completed, and once', () => {
    const { room, enter, events } = setUp()
    const { line } = enter('alice')
    room.complete()
    room.complete()
    expect(line.last).toMatchObject({ type: 'disconnected', status: 'completed' })
    expect(events).toEqual([
      'room-created',
      'participant-connected',
      'participant-disconnected',
      'room-ended',
    ])
  })

  it('ends by itself five minutes after the last one left, or when nobody ever came', () => {
    const { timers, room, enter } = setUp()
    const alice = enter('alice')
    timers.advance(6 * 60_000)
    room.leave(alice.participant)
    timers.advance(4 * 60_000)
    const bob = enter('bob')
    timers.advance(6 * 60_000)
    expect(room.isOver).toBe(false)
    room.leave(bob.participant)
    timers.advance(5 * 60_000)
    expect(room.isOver).toBe(true)
    const unused = setUp()
    unused.timers.advance(5 * 60_000)
    expect(unused.room.isOver).toBe(true)
  })

  it('sends away who stays longer than is allowed (53216)', () => {
    const { timers, room, enter } = setUp({ maxParticipantDuration: 600 })
    const { line } = enter('alice')
    timers.advance(600_000)
    expect(line.last).toMatchObject({ type: 'error', code: 53216 })
    expect(room.present).toEqual([])
  })

  it('has nothing left to wait for when it is over', () => {
    const { timers, room, enter } = setUp()
    const alice = enter('alice')
    enter('bob')
    room.lose(alice.participant, alice.line)
    room.complete()
    expect(timers.pending).toBe(0)
  })

  it('lets nobody talk on a link of two others', () => {
    const { room, enter } = setUp()
    const alice = enter('alice')
    enter('bob')
    const carol = enter('carol')
    const before = alice.line.said.length
    const answer = { type: 'answer', revision: 1 } as const
    for (const id of ['pc-bob', 'no-such-link']) {
      room.update(carol.participant, { announcement: null, peerConnections: [{ id, description: answer }] })
    }
    expect(alice.line.said).toHaveLength(before)
  })

  it('says that it records only while somebody publishes', () => {
    const { room, enter } = setUp({ recordParticipantsOnConnect: true })
    const alice = enter('alice')
    expect(room.recording).toEqual({ is_recording: false, revision: 1 })
    room.update(alice.participant, announce(2, [camera]))
    expect(alice.line.last).toMatchObject({ recording: { is_recording: true, revision: 2 } })
    room.update(alice.participant, announce(3, []))
    expect(alice.line.last).toMatchObject({ recording: { is_recording: false, revision: 3 } })
  })

  it('reports what happens by the names of the status callbacks', () => {
    const { room, enter, events } = setUp()
    const { participant } = enter('alice', [camera])
    room.update(participant, announce(2, [{ ...camera, enabled: false }]))
    room.update(participant, announce(3, [camera]))
    room.update(participant, announce(4, []))
    room.leave(participant)
    expect(events).toEqual([
      'room-created',
      'participant-connected',
      'track-added',
      'track-disabled',
      'track-enabled',
      'track-removed',
      'participant-disconnected',
    ])
  })
})
