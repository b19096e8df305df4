import type { QueryClient } from '@tanstack/react-query'
import type { BackgroundOptions } from '../background/background-options.ts'
import type { MeetingsClientOptions } from '../client/create-meetings-client.ts'
import type { TwilioVideoOptions } from '../room/twilio/connect-options.ts'
import type { CallListeners } from '../session/call-ports.ts'
import type { CallFeedback } from './call-feedback.ts'

/** How an app connects its meetings to its server, its sign-in and its own code. All of it is optional. */
export interface MeetingSettings extends Omit<CallListeners, 'onBookingsChanged'> {
  /** Where the server's handlers are mounted; fixed when the provider mounts. Default: `/api/meetings`. */
  baseUrl?: MeetingsClientOptions['baseUrl']
  /**
   * The access token of the person who is signed in, or `null`. Asked before every request, so answer
   * with one that is still valid. Left out: the server is expected to look at cookies.
   */
  getAccessToken?: MeetingsClientOptions['getAccessToken']
  /** For an app that already has one; fixed when the provider mounts. It is never put into context. */
  queryClient?: QueryClient | undefined
  /**
   * Push, for every list of bookings below the provider: called with what to call when bookings may have changed,
   * answers how to stop. It is asked when the first list appears and stopped with the last one.
   */
  subscribe?: ((onChange: () => void) => () => void) | undefined
  /**
   * Stop in a lobby before each call: the person sees themselves, tries microphone and speaker, chooses
   * devices and goes in with "Join now". The room is not entered before that, and devices are asked for
   * once. Default: `false`, one click and they are in. It counts for the next call.
   */
  lobby?: boolean | undefined
  /**
   * Lets people put blur or an image behind themselves, in the lobby and in the call: where your site serves the
   * files for it, and images of yours. Left out: there is no such choice. It counts for the next call.
   */
  background?: BackgroundOptions | undefined
  /**
   * Ask people how the call was, in a corner of the page after each call of more than a minute
   * (`<ManagedVideoCall>` shows the question). Called with what they say; never when they close it. Left
   * out: nobody is asked.
   */
  onFeedback?: ((feedback: CallFeedback) => void) | undefined
  /** Options of `twilio-video`'s `connect()`, laid over sane defaults. They count for the next call. */
  videoOptions?: TwilioVideoOptions | undefined
  /** Replaces the global `fetch`, for a host with its own headers or for tests. */
  fetch?: typeof globalThis.fetch | undefined
}
