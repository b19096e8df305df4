import { QueryClient } from '@tanstack/react-query'
import { createMeetingsClient } from '../client/create-meetings-client.ts'
import { createMeetingClock } from '../clock/create-meeting-clock.ts'
import { systemClock } from '../clock/system-clock.ts'
import { createDeferredCalls } from '../session/deferred-calls.ts'
import { BOOKINGS_KEY } from './bookings-key.ts'
import { createCallView } from './call-view.ts'
import type { MeetingRuntime } from './meeting-runtime.ts'
import type { MeetingSettings } from './meeting-settings.ts'
import { sharedWatch } from './shared-watch.ts'

/**
 * The composition root of the browser package: together with `create-browser-calls.ts` the only place
 * that reaches for the real window, clock, devices and `fetch`. Builds everything, starts nothing, and
 * can be called on a server.
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
  const services = { client, clock, queryClient }
  const calls = createDeferredCalls(async () => {
    const { createBrowserCalls } = await import('./create-browser-calls.ts')
    return createBrowserCalls(services, latest)
  }, whenIdle)
  const scheduling = async () => {
    const { createSchedulingClient } = await import('../client/create-scheduling-client.ts')
    return createSchedulingClient(client.send)
  }
  const moderation = async () => {
    const { createModerationClient } = await import('../client/create-moderation-client.ts')
    return createModerationClient(client.send)
  }
  const loadPage = async () => (await import('../page/browser-page.ts')).browserPage(() => window)
  const loadSurroundings = async () =>
    (await import('../page/browser-surroundings.ts')).browserSurroundings(() => window)
  const watchBookings = sharedWatch(() => {
    const onChange = () => void queryClient.invalidateQueries({ queryKey: BOOKINGS_KEY })
    return latest().subscribe?.(onChange) ?? (() => {})
  })
  return {
    ...services,
    scheduling,
    moderation,
    loadPage,
    loadSurroundings,
    watchBookings,
    calls,
    callView: createCallView(),
    onFeedback: () => latest().onFeedback,
  }
}

/** Safari has no `requestIdleCallback`; a second after mounting is about as quiet. */
function whenIdle(task: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task)
  else setTimeout(task, 1_000)
}
