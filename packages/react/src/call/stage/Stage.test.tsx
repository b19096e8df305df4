import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import type { RoomParticipant, RoomSnapshot } from '../../room/room-client.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { createStaticCalls } from '../../testing/static-calls.ts'
import { Stage } from './Stage.tsx'

afterEach(cleanup)

/** A participant that counts how often its tile is rendered: only a tile reads its `state`. */
function counted(person: RoomParticipant, counts: Record<string, number>): RoomParticipant {
  return {
    ...person,
    get state() {
      counts[person.identity] = (counts[person.identity] ?? 0) + 1
      return person.state
    },
  }
}

it('renders a tile again only when its own participant changed', async () => {
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }, { identity: 'kim' }] })
  const connection = await room.connect({
    token: 'token',
    roomName: 'meeting_1',
    tracks: { microphone: null, camera: null },
    signal: new AbortController().signal,
  })
  const counts: Record<string, number> = {}
  const seen = new Map<RoomParticipant, RoomParticipant>()
  const snapshot = (): RoomSnapshot => {
    const now = connection.getSnapshot()
    const remotes = now.remotes.map((person) => {
      const known = seen.get(person) ?? counted(person, counts)
      seen.set(person, known)
      return known
    })
    return { ...now, remotes }
  }
  const ticket = { token: 't', roomName: 'meeting_1', participantName: 'Alex', bookingId: 'b' }
  const session = () => ({ phase: 'connected', attempt: 1, ticket, room: snapshot(), since: 0 }) as const
  const calls = createStaticCalls({ session: session() })
  render(
    <MeetingsTestProvider runtime={createTestRuntime({ calls })}>
      <Stage />
    </MeetingsTestProvider>,
  )
  expect(counts).toEqual({ sam: 1, kim: 1 })

  room.change('kim', { microphone: 'muted' })
  act(() => calls.setState({ session: session() }))
  expect(counts).toEqual({ sam: 1, kim: 2 })

  room.join({ identity: 'mei' })
  act(() => calls.setState({ session: session() }))
  expect(counts).toEqual({ sam: 1, kim: 2, mei: 1 })
  expect(screen.getAllByRole('listitem')).toHaveLength(4)
})
