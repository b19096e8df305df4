import type { QueryClient } from '@tanstack/react-query'
import type { MeetingsClient } from '../client/meetings-client.ts'
import type { ModerationClient } from '../client/moderation-client.ts'
import type { SchedulingClient } from '../client/scheduling-client.ts'
import type { MeetingClock } from '../clock/meeting-clock.ts'
import type { CallSurroundings } from '../page/call-surroundings.ts'
import type { PagePort } from '../page/page-port.ts'
import type { CallController } from '../session/call-controller.ts'
import type { CallFeedback } from './call-feedback.ts'
import type { CallViewStore } from './call-view.ts'
import type { Watch } from './shared-watch.ts'

/** What the provider puts into context: stores and services whose identity never changes. */
export interface MeetingRuntime {
  client: MeetingsClient
  /** The verbs of booking, loaded on demand; rejects only when that fails. */
  scheduling(): Promise<SchedulingClient>
  /** The verbs of hosts, loaded on demand; rejects only when that fails. */
  moderation(): Promise<ModerationClient>
  /** What happens to the page around a hold, loaded with the screens of booking. */
  loadPage(): Promise<PagePort>
  /** The page and the computer around an open call, loaded with it. */
  loadSurroundings(): Promise<CallSurroundings>
  calls: CallController
  clock: MeetingClock
  queryClient: QueryClient
  /** Has the host's push put bookings out of date, as long as somebody watches. */
  watchBookings?: Watch
  callView: CallViewStore
  /** Who wants to know how a call was; nobody is asked without. */
  onFeedback?: () => ((feedback: CallFeedback) => void) | undefined
}
