import AccessToken from 'twilio/lib/jwt/AccessToken.js'
import type { RoomGrant, VideoProvider } from '../ports/video-provider.ts'
import { decodeExpiry } from './decode-expiry.ts'

export interface TwilioVideoOptions {
  /** `TWILIO_ACCOUNT_SID`, starts with AC. */
  accountSid: string
  /** `TWILIO_API_KEY_SID`, starts with SK. */
  apiKeySid: string
  /** `TWILIO_API_KEY_SECRET`, shown once when the key is made. */
  apiKeySecret: string
  /** Where the API key lives, when it is not in `us1`: `ie1`, `au1`. A key of another region is refused with 20101. */
  region?: string
}

/**
 * Room tokens signed with your Twilio API key, on this machine: no request goes out.
 * Throws a `TypeError` naming the option and its usual environment variable when one is missing or mixed up.
 *
 * ```ts
 * twilioVideo({ accountSid: env.TWILIO_ACCOUNT_SID, apiKeySid: env.TWILIO_API_KEY_SID, apiKeySecret: env.TWILIO_API_KEY_SECRET })
 * ```
 */
export function twilioVideo(options: TwilioVideoOptions): VideoProvider {
  const { accountSid, apiKeySid, apiKeySecret, region } = options
  requireSid('accountSid', 'TWILIO_ACCOUNT_SID', accountSid, 'AC')
  requireSid('apiKeySid', 'TWILIO_API_KEY_SID', apiKeySid, 'SK')
  if (typeof apiKeySecret !== 'string' || apiKeySecret.trim() === '') {
    throw new TypeError('twilioVideo: apiKeySecret is missing. It usually comes from TWILIO_API_KEY_SECRET.')
  }

  // The secret lives in this closure only: printing the provider shows nothing.
  return {
    async issueToken({ identity, roomName, ttlSeconds }: RoomGrant) {
      // Twilio reads an empty room as "every room" and a ttl of 0 as an hour.
      if (roomName === '') throw new TypeError('twilioVideo: a token needs a room.')
      if (identity === '') throw new TypeError('twilioVideo: a token needs an identity.')
      if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > 86_400) {
        throw new RangeError('twilioVideo: ttlSeconds must be a whole number from 1 to 86400.')
      }
      const access = new AccessToken(accountSid, apiKeySid, apiKeySecret, {
        identity,
        ttl: ttlSeconds,
        ...(region === undefined ? {} : { region }),
      })
      access.addGrant(new AccessToken.VideoGrant({ room: roomName }))
      const token = access.toJwt()
      return { token, expiresAt: decodeExpiry(token) }
    },
  }
}

function requireSid(option: string, variable: string, value: unknown, prefix: string): void {
  if (typeof value !== 'string' || value === '') {
    throw new TypeError(`twilioVideo: ${option} is missing. It usually comes from ${variable}.`)
  }
  if (!value.startsWith(prefix)) {
    throw new TypeError(
      `twilioVideo: ${option} (${variable}) must start with ${prefix}; another value was given.`,
    )
  }
}
