import { describe, expect, it } from 'vitest'
import { enCall } from '../../i18n/en/call.ts'
import { createFakeRoomClient, type FakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import type { RoomSnapshot } from '../../room/room-client.ts'
import { describeChanges } from './describe-changes.ts'

const NAMES: Record<string, string> = { sam: 'Sam', kim: 'Kim' }

/** Enters a room with Sam and says what is told about each change. */
async function listen() {
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
  const enter = async () => {
    const connection = await room.connect({
      token: 'token',
      roomName: 'meeting_1',
      tracks: { microphone: null, camera: null },
      signal: new AbortController().signal,
    })
    return () => connection.getSnapshot()
  }
  let look = await enter()
  const tell = (before: RoomSnapshot | null, after: RoomSnapshot) =>
    describeChanges(before, after, (identity) => NAMES[identity] ?? 'Guest', enCall)
  return {
    room,
    first: () => tell(null, look()),
    after(change: (room: FakeRoomClient) => void) {
      const before = look()
      change(room)
      return tell(before, look())
    },
    async afterRejoin() {
      const before = look()
      look = await enter()
      return tell(before, look())
    },
  }
}

describe('what is told about a room', () => {
  it('is only that one is in, when one enters', async () => {
    const { first } = await listen()
    expect(first()).toEqual(['You are in the call'])
  })

  it('is who comes and goes', async () => {
    const { after } = await listen()
    expect(after((room) => room.join({ identity: 'kim' }))).toEqual(['Kim joined'])
    expect(after((room) => room.leave('sam'))).toEqual(['Sam left'])
  })

  it('is who mutes, shares and is shaky', async () => {
    const { after } = await listen()
    const change = (to: Parameters<FakeRoomClient['change']>[1]) => after((room) => room.change('sam', to))
    expect(change({ microphone: 'muted' })).toEqual(['Sam is muted'])
    expect(change({ microphone: 'on' })).toEqual(['Sam is no longer muted'])
    expect(change({ isSharing: true })).toEqual(['Sam is sharing a screen'])
    expect(change({ isSharing: false })).toEqual(['Sam stopped sharing'])
    expect(change({ isReconnecting: true })).toEqual(['Sam is reconnecting'])
    expect(change({ isReconnecting: false })).toEqual(['Sam is back'])
    expect(change({ camera: 'off' })).toEqual([])
  })

  it('is that one is back, after being lost', async () => {
    const { after } = await listen()
    expect(after((room) => room.drop())).toEqual([])
    expect(after((room) => room.restore())).toEqual(['You are connected again'])
  })

  it('is nothing about people who were there before a rejoin', async () => {
    const { afterRejoin } = await listen()
    expect(await afterRejoin()).toEqual([])
  })
})
