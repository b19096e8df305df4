import type { ProblemCode } from '../src/client/meetings-problem.ts'
import type { DeviceMemory } from '../src/media/device-memory.ts'
import type { PageListener } from '../src/page/page-port.ts'
import { createFakeRoomClient } from '../src/room/fake/create-fake-room-client.ts'
import type { RoomClient } from '../src/room/room-client.ts'
import type { CallListeners } from '../src/session/call-ports.ts'
import { createCallController } from '../src/session/create-call-controller.ts'
import { createFakeBackgrounds } from '../src/testing/fake-backgrounds.ts'
import { createFakeMedia } from '../src/testing/fake-media.ts'
import { createMemoryClient } from '../src/testing/memory-client.ts'
import { sampleBooking } from '../src/testing/sample-booking.ts'
import { createTestClock } from '../src/testing/test-clock.ts'

export const BOOKING = '00000000-0000-4000-8000-000000000001'
export const OTHER = '00000000-0000-4000-8000-000000000002'

/** A call over fakes: everything around it can be looked at and pulled by its strings. */
export function setUpCall(
  options: {
    listeners?: CallListeners
    loadRoomClient?: () => Promise<RoomClient>
    hasLobby?: boolean
    memory?: DeviceMemory
  } = {},
) {
  const clock = createTestClock()
  const life = { startsInMinutes: 5, lastsMinutes: 180 }
  const bookings = [
    sampleBooking(clock.now(), { ...life, id: BOOKING, hostId: 'ben', hostName: 'Ben' }),
    sampleBooking(clock.now(), { ...life, id: OTHER }),
  ]
  const client = createMemoryClient({ clock, bookings })
  const room = createFakeRoomClient()
  const media = createFakeMedia()
  const backgrounds = createFakeBackgrounds({ images: [{ name: 'Beach', url: '/beach.jpg' }] })
  const news: string[] = []
  const problems: ProblemCode[] = []
  const pageListeners = new Set<PageListener>()
  let loads = 0
  let preloads = 0
  const calls = createCallController(
    {
      client,
      clock,
      devices: media,
      backgrounds,
      memory: options.memory,
      hasLobby: () => options.hasLobby ?? false,
      page: {
        listen(listener) {
          pageListeners.add(listener)
          return () => void pageListeners.delete(listener)
        },
      },
      loadRoomClient: async () => {
        loads += 1
        return options.loadRoomClient ? options.loadRoomClient() : room
      },
      preloadCallScreen: async () => {
        preloads += 1
      },
    },
    {
      onCallStart: ({ bookingId }) => news.push(`start ${bookingId.slice(-1)}`),
      onCallEnd: ({ bookingId, reason }) => news.push(`end ${bookingId.slice(-1)} ${reason}`),
      onError: ({ code }) => problems.push(code),
      ...options.listeners,
    },
  )
  const phases: string[] = [calls.getState().session.phase]
  calls.subscribe(() => {
    const { phase } = calls.getState().session
    if (phase !== phases.at(-1)) phases.push(phase)
  })
  return {
    clock,
    client,
    room,
    media,
    backgrounds,
    calls,
    /** What the host was told, in order. */
    news,
    problems,
    phases,
    page: {
      hide() {
        for (const listener of [...pageListeners]) listener.onHide()
      },
      wake() {
        for (const listener of [...pageListeners]) listener.onWake()
      },
      get listeners() {
        return pageListeners.size
      },
    },
    get loads() {
      return loads
    },
    get preloads() {
      return preloads
    },
    get phase() {
      return calls.getState().session.phase
    },
    /** The routes asked so far. */
    get asked() {
      return client.calls.map(({ route }) => route)
    },
    /** Launches and waits until the person is in the room. */
    async join() {
      const result = await calls.launch(BOOKING)
      await settled()
      return result
    },
  }
}

/** Lets everything happen that waits for no clock. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
}
