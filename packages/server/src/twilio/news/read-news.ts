import { bookingIdOf } from '@meetings/contract'
import { MeetingsError } from '../../errors/meetings-error.ts'
import type { RoomNews } from '../../ports/room-news.ts'
import type { NewsRequest } from '../../ports/video-provider.ts'
import type { TwilioAccount } from '../check-options.ts'
import { checkSignature } from './check-signature.ts'
import { NewsFields } from './news-fields.ts'

const EVENTS: ReadonlyMap<string, RoomNews['type']> = new Map([
  ['participant-connected', 'connected'],
  ['participant-disconnected', 'disconnected'],
  ['room-ended', 'ended'],
])

/**
 * A status callback of a room: checked, then read. `null` for events and rooms that are no meeting's business.
 * Throws `CONFIG_INVALID` without an auth token, `WEBHOOK_SIGNATURE_INVALID` for a forgery, and
 * `VALIDATION_FAILED` for a genuine callback that lacks what it must say.
 */
export async function readNews(account: TwilioAccount, request: NewsRequest): Promise<RoomNews | null> {
  const fields = new NewsFields(request.fields)
  await checkSignature(account.authTokens, request, fields.asParameters())
  if (fields.find('AccountSid') !== account.accountSid) {
    throw new MeetingsError('WEBHOOK_SIGNATURE_INVALID', {
      cause: new Error('The status callback is about another account than TWILIO_ACCOUNT_SID.'),
    })
  }

  const type = EVENTS.get(fields.find('StatusCallbackEvent') ?? '')
  const bookingId = bookingIdOf(fields.find('RoomName') ?? '')
  if (type === undefined || bookingId === null) return null

  const roomId = fields.get('RoomSid')
  const at = fields.getInstant('Timestamp')
  if (type === 'ended') return { type, bookingId, roomId, at }
  const connectionId = fields.get('ParticipantSid')
  return { type, bookingId, roomId, connectionId, identity: fields.get('ParticipantIdentity'), at }
}
