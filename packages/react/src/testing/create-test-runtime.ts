import type { Booking, MeetingPerson, MeetingType } from '@meetings/contract'
import { QueryClient } from '@tanstack/react-query'
import { preloadCallScreen } from '../call/load-call-screen.ts'
import { loadAround } from '../call/notices/load-around.ts'
import type { DeviceMemory } from '../media/device-memory.ts'
import type { LocalMediaState } from '../media/local-media-state.ts'
import { BOOKINGS_KEY } from '../provider/bookings-key.ts'
import type { CallFeedback } from '../provider/call-feedback.ts'
import { createCallView } from '../provider/call-view.ts'
import type { MeetingRuntime } from '../provider/meeting-runtime.ts'
import { createFakeRoomClient, type FakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import type { CallController } from '../session/call-controller.ts'
import type { CallSession } from '../session/call-session.ts'
import { createCallController } from '../session/create-call-controller.ts'
import { createFakeBackgrounds, type FakeBackgrounds } from './fake-backgrounds.ts'
import { createFakeMedia, type FakeMedia } from './fake-media.ts'
import { createFakePage, type FakePage } from './fake-page.ts'
import { createFakeSurroundings, type FakeSurroundings } from './fake-surroundings.ts'
import { createMemoryClient, type MemoryClient } from './memory-client.ts'
import { createMemoryModeration, type MemoryModeration } from './memory-moderation.ts'
import { createMemoryScheduling, type MemoryScheduling } from './memory-scheduling.ts'
import { createStaticCalls } from './static-calls.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

/** Everything below the components, over fakes, with each fake at hand. */
export interface TestRuntime extends MeetingRuntime {
  client: MemoryClient
  /** What `scheduling()` answers. */
  schedule: MemoryScheduling
  /** What `moderation()` answers. */
  hosting: MemoryModeration
  clock: TestClock
  room: FakeRoomClient
  devices: FakeMedia
  backgrounds: FakeBackgrounds
  page: FakePage
  surroundings: FakeSurroundings
}

export interface TestRuntimeOptions {
  bookings?: readonly Booking[]
  /** What can be booked; one kind by default. */
  meetingTypes?: readonly MeetingType[]
  /** Who is named in tickets; by default host and customer of the booking. */
  participants?: readonly MeetingPerson[]
  clock?: TestClock
  room?: FakeRoomClient
  client?: MemoryClient
  devices?: FakeMedia
  /** What people can put behind themselves; by default nothing. */
  backgrounds?: FakeBackgrounds
  /** Stop in the lobby before each call. */
  lobby?: boolean
  /** The tab, the screen and small windows around the call. */
  surroundings?: FakeSurroundings
  /** What is remembered of the last call; by default nothing. */
  memory?: DeviceMemory
  /** The call itself, when a test brings its own. */
  calls?: CallController
  /** Freezes the call in this state: nothing connects. */
  session?: CallSession
  /** Freezes the devices likewise. */
  mediaState?: Partial<LocalMediaState>
  queryClient?: QueryClient
  /** Has people asked how the call was. */
  onFeedback?: (feedback: CallFeedback) => void
}

/** The real call over a server, a room, devices and a page that are fakes; each fake obeys the test. */
export function createTestRuntime(options: TestRuntimeOptions = {}): TestRuntime {
  const { clock = createTestClock(), room = createFakeRoomClient(), devices = createFakeMedia() } = options
  const { backgrounds = createFakeBackgrounds({ isOffered: false }) } = options
  const { bookings, participants, session, mediaState } = options
  // A real call fetches it after its first pictures; a test should not have to wait for that.
  // A test that is over by then needs it no more.
  loadAround().catch(() => {})
  const page = createFakePage()
  const client =
    options.client ??
    createMemoryClient({ clock, ...(bookings && { bookings }), ...(participants && { participants }) })
  const queryClient =
    options.queryClient ??
    new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Number.POSITIVE_INFINITY } } })

  function createCalls(): CallController {
    if (session || mediaState) {
      return createStaticCalls({ ...(session && { session }), ...(mediaState && { media: mediaState }) })
    }
    return createCallController(
      {
        client,
        clock,
        devices,
        page,
        loadRoomClient: async () => room,
        preloadCallScreen,
        memory: options.memory,
        backgrounds,
        hasLobby: () => options.lobby ?? false,
      },
      { onBookingsChanged: () => void queryClient.invalidateQueries({ queryKey: BOOKINGS_KEY }) },
    )
  }

  const calls = options.calls ?? createCalls()
  const schedule = createMemoryScheduling({
    clock,
    client,
    ...(options.meetingTypes && { meetingTypes: options.meetingTypes }),
  })
  const { surroundings = createFakeSurroundings() } = options
  const loadSurroundings = async () => surroundings
  const scheduling = async () => schedule
  const hosting = createMemoryModeration({ clock, client, ...(participants && { people: participants }) })
  return {
    client,
    schedule,
    scheduling,
    hosting,
    moderation: async () => hosting,
    clock,
    room,
    devices,
    backgrounds,
    page,
    loadPage: async () => page,
    surroundings,
    loadSurroundings,
    calls,
    queryClient,
    callView: createCallView(),
    onFeedback: () => options.onFeedback,
  }
}
