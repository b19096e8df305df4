import AccessToken from 'twilio/lib/jwt/AccessToken.js'
import type { RoomGrant, RoomToken } from '../ports/video-provider.ts'
import type { TwilioAccount } from './check-options.ts'
import { decodeExpiry } from './decode-expiry.ts'

/** A token signed on this machine, with Twilio's own class: no request goes out. Throws for a grant that is too wide. */
export function issueToken(account: TwilioAccount, { identity, roomName, ttlSeconds }: RoomGrant): RoomToken {
  // Twilio reads an empty room as "every room" and a ttl of 0 as an hour.
  if (roomName === '') throw new TypeError('twilioVideo: a token needs a room.')
  if (identity === '') throw new TypeError('twilioVideo: a token needs an identity.')
  if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > 86_400) {
    throw new RangeError('twilioVideo: ttlSeconds must be a whole number from 1 to 86400.')
  }
  const { accountSid, apiKeySid, apiKeySecret, region } = account
  const access = new AccessToken(accountSid, apiKeySid, apiKeySecret, {
    identity,
    ttl: ttlSeconds,
    ...(region === undefined ? {} : { region }),
  })
  access.addGrant(new AccessToken.VideoGrant({ room: roomName }))
  const token = access.toJwt()
  return { token, expiresAt: decodeExpiry(token) }
}
