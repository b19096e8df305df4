import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import type { RoomParticipant, RoomSnapshot } from '../../room/room-client.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { createStaticCalls } from '../../testing/static-calls.ts'
import { Stage } from './Stage.tsx'

afterEach(cleanup)

const EVERYBODY = Array.from({ length: 20 }, (_, index) => ({ identity: `p${index}` }))

/** A stage of 20 whose tiles are counted: only the render of a tile reads a participant's `state`. */
async function countedStage() {
  const room = createFakeRoomClient({ people: EVERYBODY })
  const connection = await room.connect({
    token: 'token',
    roomName: 'meeting_1',
    tracks: { microphone: null, camera: null },
    signal: new AbortController().signal,
  })
  const counts: Record<string, number> = {}
  const seen = new Map<RoomParticipant, RoomParticipant>()
  const counted = (person: RoomParticipant): RoomParticipant => {
    const known = seen.get(person) ?? {
      ...person,
      get state() {
        counts[person.identity] = (counts[person.identity] ?? 0) + 1
        return person.state
      },
    }
    seen.set(person, known)
    return known
  }
  const snapshot = (): RoomSnapshot => {
    const now = connection.getSnapshot()
    return { ...now, remotes: now.remotes.map(counted) }
  }
  const ticket = { token: 't', roomName: 'meeting_1', participantName: 'Alex', bookingId: 'b' }
  const session = () => ({ phase: 'connected', attempt: 1, ticket, room: snapshot(), since: 0 }) as const
  const calls = createStaticCalls({ session: session() })
  const runtime = createTestRuntime({ calls })
  runtime.callView.set({ layout: 'grid' })
  render(
    <MeetingsTestProvider runtime={runtime}>
      <Stage />
    </MeetingsTestProvider>,
  )
  /** Whose tiles render, and how often, when this happens. */
  const rendersOf = (change: () => void) => {
    for (const identity of Object.keys(counts)) delete counts[identity]
    change()
    act(() => calls.setState({ session: session() }))
    return { ...counts }
  }
  return { room, rendersOf, counts, runtime }
}

it('renders each of 20 tiles once', async () => {
  const { counts } = await countedStage()
  expect(counts).toEqual(Object.fromEntries(EVERYBODY.map(({ identity }) => [identity, 1])))
})

it('renders a tile again only when its own participant changed', async () => {
  const { room, rendersOf } = await countedStage()
  expect(rendersOf(() => room.change('p7', { microphone: 'muted' }))).toEqual({ p7: 1 })
  expect(rendersOf(() => room.change('p3', { networkQuality: 2 }))).toEqual({ p3: 1 })
  expect(rendersOf(() => room.change('p3', { networkQuality: 2 }))).toEqual({ p3: 1 })
  expect(rendersOf(() => {})).toEqual({})
})

it('renders the two tiles that change places as speaker', async () => {
  const { room, rendersOf } = await countedStage()
  expect(rendersOf(() => room.speak('p4'))).toEqual({ p4: 1 })
  expect(rendersOf(() => room.speak('p9'))).toEqual({ p4: 1, p9: 1 })
  expect(rendersOf(() => room.speak(null))).toEqual({ p9: 1 })
})

it('renders a newcomer, and nobody when somebody goes', async () => {
  const { room, rendersOf } = await countedStage()
  expect(rendersOf(() => room.join({ identity: 'mei' }))).toEqual({ mei: 1 })
  expect(rendersOf(() => room.leave('p2'))).toEqual({})
})

it('renders no tile for a panel, a menu or a device of one’s own', async () => {
  const { counts, runtime, rendersOf } = await countedStage()
  rendersOf(() => {})
  act(() => runtime.callView.set({ panel: 'chat', isMirrored: false, selfView: 'hidden' }))
  await act(() => runtime.calls.toggleMicrophone())
  expect(counts).toEqual({})
})
