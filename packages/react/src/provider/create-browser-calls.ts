import { preloadCallScreen } from '../call/load-call-screen.ts'
import { preloadLobby } from '../call/lobby/load-lobby.ts'
import type { BackgroundPort } from '../media/background-port.ts'
import { browserDeviceMemory } from '../media/browser-device-memory.ts'
import { browserMedia } from '../media/browser-media.ts'
import { browserPage } from '../page/browser-page.ts'
import { loadTwilioRoomClient } from '../room/twilio/load-twilio-room-client.ts'
import type { CallController } from '../session/call-controller.ts'
import { createCallController } from '../session/create-call-controller.ts'
import { BOOKINGS_KEY } from './bookings-key.ts'
import type { MeetingRuntime } from './meeting-runtime.ts'
import type { MeetingSettings } from './meeting-settings.ts'

/** Drawing waits this long, so that several changes are drawn once and the way into the room goes first. */
const FRAME_MS = 16

/** The call over this browser's devices and page, and Twilio's rooms. Loaded when a call is likely. */
export function createBrowserCalls(
  { client, clock, queryClient }: Pick<MeetingRuntime, 'client' | 'clock' | 'queryClient'>,
  latest: () => MeetingSettings,
): CallController {
  const isSmallScreen = () => window.matchMedia('(max-width: 640px)').matches
  const devices = browserMedia({
    getMediaDevices: () => navigator.mediaDevices,
    getPermissions: () => navigator.permissions,
    canChooseSpeaker: () => 'setSinkId' in HTMLMediaElement.prototype,
    isSmallScreen,
    overrides: () => latest().videoOptions ?? {},
  })
  const backgrounds: BackgroundPort = {
    // Jsdom, servers and old browsers have none, and nothing is painted without.
    offer: () => (typeof OffscreenCanvas === 'function' && latest().background) || null,
    async load(background) {
      const { loadBackground } = await import('../background/load-background.ts')
      return loadBackground(background, latest().background, {
        ...{ clock, warn: console.warn, fetch: (...request) => fetch(...request) },
      })
    },
  }
  const loadRoomClient = () =>
    loadTwilioRoomClient({ isSmallScreen, getVideoOptions: () => latest().videoOptions })
  return createCallController(
    {
      ...{ client, clock, devices, backgrounds, loadRoomClient },
      memory: browserDeviceMemory(() => window.localStorage),
      hasLobby: () => latest().lobby ?? false,
      preloadCallScreen: () => Promise.all([preloadCallScreen(), latest().lobby ? preloadLobby() : null]),
      page: browserPage(() => window),
      tellSoon: (tell) => setTimeout(tell, FRAME_MS),
    },
    {
      onCallStart: (call) => tell(() => latest().onCallStart?.(call)),
      onCallEnd: (call) => tell(() => latest().onCallEnd?.(call)),
      onError: (problem, call) => tell(() => latest().onError?.(problem, call)),
      onBookingsChanged: () => void queryClient.invalidateQueries({ queryKey: BOOKINGS_KEY }),
    },
  )
}

/** The host's code runs on its own: what it throws is the host's to see, and breaks no call. */
function tell(callback: () => void): void {
  queueMicrotask(callback)
}
