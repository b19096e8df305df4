import { inspect } from 'node:util'
import { roomNameOf } from '@meetings/contract'
import { runVideoProviderConformance, type VideoUnderTest } from '@meetings/server/testing'
import twilio from 'twilio'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, it } from 'vitest'
import { joinSignaling } from './join-signaling.ts'
import { ACCOUNT, AUTH_TOKEN, BASIC, startTwilio } from './start-twilio.ts'

const EVENTS = {
  connected: 'participant-connected',
  disconnected: 'participant-disconnected',
  ended: 'room-ended',
}

describe('twilioVideo on a local Twilio', () => {
  runVideoProviderConformance({
    describe,
    it,
    expect,
    secrets: [ACCOUNT.apiKeySecret, AUTH_TOKEN, BASIC],
    print: (value) => inspect(value, { depth: 20, showHidden: true }),
    createVideo: async () => {
      const { emulator, video, rooms } = await startTwilio({ emulator: { roomType: 'group' } })
      return {
        video,
        // Twilio's server decides what a token is worth: the room that its holder is let into.
        readToken: async (token) => {
          const { roomSid, participantSid } = await joinSignaling(emulator, token, 'meeting_1')
          const [room, person] = [rooms(roomSid), rooms(roomSid).participants(participantSid)]
          return { roomName: (await room.fetch()).uniqueName, identity: (await person.fetch()).identity }
        },
        isRoomOpen: async (uniqueName) =>
          (await rooms.list({ uniqueName, status: 'in-progress' })).length === 1,
        createNews,
      }
    },
  })
})

const createNews: NonNullable<VideoUnderTest['createNews']> = async (url, news) => {
  const fields = {
    AccountSid: ACCOUNT.accountSid,
    ...(news === 'other'
      ? { StatusCallbackEvent: 'track-added' }
      : {
          StatusCallbackEvent: EVENTS[news.type],
          RoomName: roomNameOf(news.bookingId),
          RoomSid: news.roomId,
          Timestamp: news.at.toISOString(),
          ...(news.type === 'ended'
            ? {}
            : { ParticipantSid: news.connectionId, ParticipantIdentity: news.identity }),
        }),
  }
  const signature = getExpectedTwilioSignature(AUTH_TOKEN, url, fields)
  // Twilio's own opinion of the request, so that the tests below speak of genuine ones.
  if (!twilio.validateRequest(AUTH_TOKEN, signature, url, fields)) throw new Error('The test signs wrongly.')
  return {
    urls: [url],
    headers: new Headers({ 'x-twilio-signature': signature }),
    fields: Object.entries(fields),
  }
}
