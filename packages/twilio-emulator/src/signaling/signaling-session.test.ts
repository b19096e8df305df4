import { describe, expect, it } from 'vitest'
import { manualTimers } from '../clock/manual-timers.ts'
import { VideoError } from '../errors/video-error.ts'
import { fakeDataPeers } from '../media-signaling/fake-data-peer.ts'
import { countingIds } from '../room/counting-ids.ts'
import { RoomDirectory } from '../room/room-directory.ts'
import { defaultSettings } from '../room/room-settings.ts'
import type { ServerMessage } from './server-message.ts'
import { SignalingSession } from './signaling-session.ts'

/** Rooms whose doorkeeper is the test: tokens are identities, and checking them can be held up. */
function setUp() {
  const timers = manualTimers()
  const faults: unknown[] = []
  const rooms = new RoomDirectory(
    {
      ids: countingIds(),
      timers,
      now: timers.now,
      openPeer: fakeDataPeers().open,
      sessionTimeoutSeconds: 30,
      onEvent: () => {},
    },
    { adHoc: defaultSettings('peer-to-peer'), allowAdHoc: true },
  )
  let gate: Promise<void> = Promise.resolve()
  let isAsked = () => {}
  const expired = new Set<string>()
  const open = () => {
    const said: ServerMessage[] = []
    const send = (message: ServerMessage) => void said.push(message)
    const session = new SignalingSession(
      {
        rooms,
        iceServers: async () => [],
        nextRefusal: () => null,
        isAway: () => false,
        onFault: (error) => faults.push(error),
        async verifyToken(token) {
          isAsked()
          await gate
          if (expired.has(token)) throw new VideoError(20104)
          return { identity: token, room: null }
        },
      },
      { send, end: send, cut: () => session.lost() },
    )
    return { session, said }
  }
  const holdUp = () => {
    let letGo = () => {}
    gate = new Promise((resolve) => {
      letGo = resolve
    })
    return () => letGo()
  }
  /** Resolves when the next token is being checked. */
  const checking = () => new Promise<void>((resolve) => (isAsked = resolve))
  return { rooms, open, holdUp, checking, expired, faults }
}

const participant = { revision: 1, tracks: [] }
const connect = (token: string) => ({ type: 'connect', token, name: 'standup', participant })
const sync = (token: string, session: string) => ({ type: 'sync', token, session, participant })

describe('a signalling session', () => {
  it('handles what arrives during the check of a token after it', async () => {
    const { rooms, open, holdUp } = setUp()
    const letGo = holdUp()
    const { session, said } = open()
    session.receive(connect('alice'))
    session.receive({ type: 'disconnect', session: 'id-3' })
    letGo()
    await session.settled()
    expect(said[0]).toMatchObject({ type: 'connected', session: 'id-3' })
    expect(rooms.inProgress()[0]?.everybody[0]?.state).toBe('disconnected')
  })

  it('admits nobody whose connection was lost during the check', async () => {
    const { rooms, open, holdUp, checking } = setUp()
    const letGo = holdUp()
    const { session } = open()
    const isBeingChecked = checking()
    session.receive(connect('alice'))
    await isBeingChecked
    session.lost()
    letGo()
    await session.settled()
    expect(rooms.list()).toEqual([])
  })

  it('checks the token again when a client comes back (20104)', async () => {
    const { open, expired } = setUp()
    const first = open()
    first.session.receive(connect('alice'))
    await first.session.settled()
    first.session.lost()
    expired.add('alice')
    const second = open()
    second.session.receive(sync('alice', 'id-3'))
    await second.session.settled()
    expect(second.said).toMatchObject([{ type: 'error', code: 20104 }])
  })

  it('refuses a second connect, and the one who sent it leaves (53004)', async () => {
    const { rooms, open } = setUp()
    const { session, said } = open()
    session.receive(connect('alice'))
    session.receive(connect('alice'))
    await session.settled()
    expect(said.at(-1)).toMatchObject({ type: 'error', code: 53004 })
    expect(rooms.inProgress()[0]?.present).toEqual([])
  })

  it('lets a disconnect of another session pass unheard', async () => {
    const { rooms, open } = setUp()
    const { session } = open()
    session.receive(connect('alice'))
    session.receive({ type: 'disconnect', session: 'another' })
    await session.settled()
    expect(rooms.inProgress()[0]?.present).toHaveLength(1)
  })

  it.each([
    ['no object', 7],
    ['a connect without a participant', { type: 'connect', token: 'alice' }],
    ['a track of no kind', { ...connect('alice'), participant: { revision: 1, tracks: [{ id: 'x' }] } }],
    ['a description of no type', { ...connect('alice'), peer_connections: [{ id: 'x', description: {} }] }],
  ])('refuses %s with 53004, without repeating it', async (_what, message) => {
    const { open, faults } = setUp()
    const { session, said } = open()
    expect(() => session.receive(message)).toThrow(/must be/)
    await session.settled()
    expect(said).toMatchObject([{ type: 'error', code: 53004 }])
    expect(faults).toEqual([])
  })
})
