import { QueryClient } from '@tanstack/react-query'
import { preloadCallScreen } from '../call/load-call-screen.ts'
import { createMeetingsClient } from '../client/create-meetings-client.ts'
import { createMeetingClock } from '../clock/create-meeting-clock.ts'
import { systemClock } from '../clock/system-clock.ts'
import { browserMedia } from '../media/browser-media.ts'
import { browserPage } from '../page/browser-page.ts'
import { loadTwilioRoomClient } from '../room/twilio/load-twilio-room-client.ts'
import { createCallController } from '../session/create-call-controller.ts'
import { BOOKINGS_KEY } from './bookings-key.ts'
import type { MeetingRuntime } from './meeting-runtime.ts'
import type { MeetingSettings } from './meeting-settings.ts'

/**
 * The composition root of the browser package: the only place that reaches for the real window, clock,
 * devices and `fetch`. Builds everything, starts nothing, and can be called on a server.
 *
 * @param latest the settings as they are now, so that a changed callback never rebuilds a call
 */
export function createMeetingRuntime(latest: () => MeetingSettings): MeetingRuntime {
  const { baseUrl, queryClient = new QueryClient() } = latest()
  const clock = createMeetingClock(systemClock())
  const client = createMeetingsClient({
    baseUrl,
    clock,
    getAccessToken: () => latest().getAccessToken?.() ?? null,
    fetch: (input, init) => (latest().fetch ?? globalThis.fetch)(input, init),
  })
  const isSmallScreen = () => window.matchMedia('(max-width: 640px)').matches
  const devices = browserMedia({
    getMediaDevices: () => navigator.mediaDevices,
    isSmallScreen,
    overrides: () => latest().videoOptions ?? {},
  })
  const loadRoomClient = () =>
    loadTwilioRoomClient({ isSmallScreen, getVideoOptions: () => latest().videoOptions })
  const page = browserPage(() => window)
  const calls = createCallController(
    { client, clock, devices, page, loadRoomClient, preloadCallScreen },
    {
      onCallStart: (call) => latest().onCallStart?.(call),
      onCallEnd: (call) => latest().onCallEnd?.(call),
      onError: (problem, call) => latest().onError?.(problem, call),
      onBookingsChanged: () => void queryClient.invalidateQueries({ queryKey: BOOKINGS_KEY }),
    },
  )
  return { client, calls, clock, queryClient }
}
