import type { Booking, MeetingPerson } from '@meetings/contract'
import { QueryClient } from '@tanstack/react-query'
import type { LocalMediaState } from '../media/local-media-state.ts'
import type { MeetingRuntime } from '../provider/meeting-runtime.ts'
import { createFakeRoomClient, type FakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import type { CallController } from '../session/call-controller.ts'
import type { CallSession } from '../session/call-session.ts'
import { createMemoryClient, type MemoryClient } from './memory-client.ts'
import { createStaticCalls } from './static-calls.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

/** Everything below the components, over fakes, with each fake at hand. */
export interface TestRuntime extends MeetingRuntime {
  client: MemoryClient
  clock: TestClock
  room: FakeRoomClient
}

export interface TestRuntimeOptions {
  bookings?: readonly Booking[]
  /** Who is named in tickets. */
  participants?: readonly MeetingPerson[]
  clock?: TestClock
  room?: FakeRoomClient
  client?: MemoryClient
  /** The call itself, when a test brings its own. */
  calls?: CallController
  /** Freezes the call in this state: nothing connects. */
  session?: CallSession
  media?: Partial<LocalMediaState>
  queryClient?: QueryClient
}

export function createTestRuntime(options: TestRuntimeOptions = {}): TestRuntime {
  const clock = options.clock ?? createTestClock()
  const room = options.room ?? createFakeRoomClient()
  const { bookings, participants } = options
  const client =
    options.client ??
    createMemoryClient({ clock, ...(bookings && { bookings }), ...(participants && { participants }) })
  const calls =
    options.calls ??
    createStaticCalls({
      ...(options.session && { session: options.session }),
      ...(options.media && { media: options.media }),
    })
  const queryClient =
    options.queryClient ??
    new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Number.POSITIVE_INFINITY } } })
  return { client, clock, room, calls, queryClient }
}
