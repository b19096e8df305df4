import { expect, it } from 'vitest'
import { createFakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { createNameFinder } from './name-finder.ts'

it('asks once for a group, again for the next newcomer, and not for who left before', async () => {
  const clock = createTestClock()
  const room = createFakeRoomClient()
  const { signal } = new AbortController()
  const tracks = { microphone: null, camera: null }
  const stay = await room.connect({ token: 't', roomName: 'r', tracks, signal })
  let asked = 0
  const names = createNameFinder(clock, () => {
    asked += 1
  })
  const look = () => names.look(stay.getSnapshot(), [{ identity: 'ben', name: 'Ben', role: 'host' }])
  for (const identity of ['ben', 'cleo', 'dan']) {
    room.join({ identity })
    look()
  }
  clock.advance(300)
  expect(asked).toBe(1)
  room.join({ identity: 'eve' })
  look()
  look()
  clock.advance(300)
  expect(asked).toBe(2)
  room.join({ identity: 'fay' })
  look()
  names.stop()
  clock.advance(300)
  expect(asked).toBe(2)
})
