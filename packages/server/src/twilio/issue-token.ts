import { createSecretKey } from 'node:crypto'
import AccessToken from 'twilio/lib/jwt/AccessToken.js'
import type { RoomGrant, RoomToken } from '../ports/video-provider.ts'
import type { TwilioAccount } from './check-options.ts'
import { decodeExpiry } from './decode-expiry.ts'

/**
 * Signs tokens on this machine, with Twilio's own class: no request goes out. The issuer throws for a grant that
 * is too wide.
 */
export function createTokenIssuer(account: TwilioAccount): (grant: RoomGrant) => RoomToken {
  const { accountSid, apiKeySid, region } = account
  const key = signingKey(account.apiKeySecret)

  return ({ identity, roomName, ttlSeconds }) => {
    // Twilio reads an empty room as "every room" and a ttl of 0 as an hour.
    if (roomName === '') throw new TypeError('twilioVideo: a token needs a room.')
    if (identity === '') throw new TypeError('twilioVideo: a token needs an identity.')
    if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > 86_400) {
      throw new RangeError('twilioVideo: ttlSeconds must be a whole number from 1 to 86400.')
    }
    const access = new AccessToken(accountSid, apiKeySid, key, {
      identity,
      ttl: ttlSeconds,
      ...(region === undefined ? {} : { region }),
    })
    access.addGrant(new AccessToken.VideoGrant({ room: roomName }))
    const before = signersSecond()
    const token = access.toJwt()
    // Signed within one second, the token can only say this; reading it back costs a tenth of making it.
    const expiresAt =
      signersSecond() === before ? new Date((before + ttlSeconds) * 1000) : decodeExpiry(token)
    return { token, expiresAt }
  }
}

/**
 * The secret as a key, made once. From a text, the signer under Twilio's class would first try to read a private
 * key for every token, fail, and take two thirds of the time for that. Twilio hands its `secret` on as it is,
 * and the signer takes keys; only Twilio's type says text.
 */
function signingKey(secret: string): string {
  return createSecretKey(secret, 'utf8') as unknown as string
}

/** The clock that Twilio's class signs by, in its whole seconds. */
function signersSecond(): number {
  return Math.floor(Date.now() / 1000)
}
