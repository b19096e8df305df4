import { describe, expect, it } from 'vitest'
import type { RoomParticipant, RoomSnapshot } from '../room/room-client.ts'
import { QUIET_MEDIA } from '../testing/static-calls.ts'
import { createCallStore } from './call-store.ts'

function setUp() {
  const later: (() => void)[] = []
  const store = createCallStore(QUIET_MEDIA, (tell) => later.push(tell))
  let told = 0
  store.subscribe(() => {
    told += 1
  })
  return { store, told: () => told, soon: () => later.splice(0).map((tell) => tell()) }
}

const TICKET = { token: 't', roomName: 'meeting_b', participantName: 'Ana', bookingId: 'b', participants: [] }

const person = { isLocal: false, state: 'connected' as const, networkQuality: null }
const nothing = { microphone: null, camera: null, screen: null, screenAudio: null }
const ana = { ...person, ...nothing, sid: 'PA1', identity: 'ana', isLocal: true }

/** Ben, whose camera is announced, and here when it `isReady`. */
function ben(isReady: boolean): RoomParticipant {
  const camera = {
    sid: 'MT1',
    kind: 'video' as const,
    isEnabled: true,
    isReady,
    isSwitchedOff: false,
    attach: () => () => {},
  }
  return { ...person, ...nothing, sid: 'PA2', identity: 'ben', camera }
}

function roomWith(...remotes: RoomParticipant[]): RoomSnapshot {
  const room = { sid: 'RM1', name: 'meeting_b', status: 'connected' as const, end: null, local: ana, remotes }
  return { ...room, dominantSpeakerSid: null, isRecording: false }
}

describe('a store that tells soon', () => {
  it('has the new state at once and tells several changes together', () => {
    const { store, told, soon } = setUp()
    store.dispatch({ type: 'launch-asked', attempt: 1, bookingId: 'b' })
    store.setMedia({ ...QUIET_MEDIA, isMuted: true })
    expect(store.getState()).toMatchObject({ session: { phase: 'launching' }, media: { isMuted: true } })
    expect(told()).toBe(0)
    soon()
    expect(told()).toBe(1)
  })

  it('tells the next change too', () => {
    const { store, told, soon } = setUp()
    store.dispatch({ type: 'launch-asked', attempt: 1, bookingId: 'b' })
    soon()
    store.dispatch({ type: 'closed' })
    soon()
    expect(told()).toBe(2)
  })

  it('does not let the first picture of somebody else wait, nor tells it twice', () => {
    const { store, told, soon } = setUp()
    store.dispatch({ type: 'started', attempt: 1, ticket: TICKET, hasLobby: false })
    store.dispatch({ type: 'room-joined', attempt: 1, room: roomWith(), at: 0 })
    soon()
    store.dispatch({ type: 'room-changed', attempt: 1, room: roomWith(ben(false)) })
    expect(told()).toBe(1)
    store.dispatch({ type: 'room-changed', attempt: 1, room: roomWith(ben(true)) })
    expect(told()).toBe(2)
    soon()
    expect(told()).toBe(2)
  })
})
