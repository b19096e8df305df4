import type { VideoProvider } from '../ports/video-provider.ts'
import { checkOptions } from './check-options.ts'
import { createTokenIssuer } from './issue-token.ts'
import { readNews } from './news/read-news.ts'
import { pause } from './pause.ts'
import { createRestClient } from './rest/rest-client.ts'
import { createRoom, endRoom, removeParticipant } from './rest/rooms.ts'
import type { TwilioVideoOptions } from './twilio-video-options.ts'

/**
 * Twilio Video: room tokens signed with your API key on this machine, rooms made and ended and people
 * sent out over REST, status callbacks checked and read.
 * Throws a `TypeError` naming the option and its usual environment variable when one is missing or mixed up.
 *
 * ```ts
 * twilioVideo({
 *   accountSid: env.TWILIO_ACCOUNT_SID,
 *   apiKeySid: env.TWILIO_API_KEY_SID,
 *   apiKeySecret: env.TWILIO_API_KEY_SECRET,
 *   authToken: env.TWILIO_AUTH_TOKEN, // only for status callbacks
 * })
 * ```
 */
export function twilioVideo(options: TwilioVideoOptions): Required<VideoProvider> {
  const account = checkOptions(options)
  const issueToken = createTokenIssuer(account)
  const post = createRestClient(account, {
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    sleep: options.sleep ?? pause,
    random: options.random ?? Math.random,
  })

  // The secrets live in closures only: printing the provider shows nothing.
  return {
    issueToken: async (grant) => issueToken(grant),
    endRoom: (roomName, callOptions) => endRoom(post, roomName, callOptions),
    removeParticipant: (participant, callOptions) => removeParticipant(post, participant, callOptions),
    createRoom: (plan, callOptions) => createRoom(post, plan, callOptions),
    readNews: (request) => readNews(account, request),
  }
}
