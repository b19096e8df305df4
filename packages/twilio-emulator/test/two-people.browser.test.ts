import { afterEach, describe, expect, it } from 'vitest'
import { eventually, remote, remoteTracks, seesPicture } from './eventually.ts'
import { arrive, leaveAll, newRoomName } from './people.ts'

afterEach(leaveAll)

describe('two people in a room', () => {
  it('see each other moving and get each other’s sound', async () => {
    const room = newRoomName()
    const alice = await arrive({ identity: 'alice', room })
    const bob = await arrive({ identity: 'bob', room })
    await seesPicture(alice, 'bob')
    await seesPicture(bob, 'alice')
    await eventually('alice gets the sound of bob', () => remoteTracks(alice, 'bob', 'audio').length === 1)
    await eventually('bob gets the sound of alice', () => remoteTracks(bob, 'alice', 'audio').length === 1)
    expect(alice.sid).toBe(bob.sid)
    expect(remote(alice, 'bob')?.state).toBe('connected')
  })
})
