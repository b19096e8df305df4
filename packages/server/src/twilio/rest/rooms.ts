import type { CallOptions } from '../../ports/call-options.ts'
import type { RoomParticipant, RoomPlan } from '../../ports/video-provider.ts'
import type { RestClient } from './rest-client.ts'
import { refusal } from './rest-failure.ts'

// Twilio's bounds for MaxParticipantDuration, in seconds.
const SHORTEST_STAY = 600
const LONGEST_STAY = 86_400

const NOT_FOUND = 20_404
const NOT_IN_PROGRESS = 53_112
const EXISTS = 53_113
const ROOM_NOT_FOUND = 53_106
const PARTICIPANT_NOT_FOUND = 53_204
const NOT_THERE = new Set([NOT_FOUND, NOT_IN_PROGRESS, ROOM_NOT_FOUND, PARTICIPANT_NOT_FOUND])

/** Completes the room; everybody in it is told 53118. A room that has ended, or never was, is fine too. */
export async function endRoom(post: RestClient, roomName: string, options?: CallOptions): Promise<void> {
  const path = `/v1/Rooms/${encodeURIComponent(required(roomName))}`
  const answer = await post(path, { Status: 'completed' }, options)
  if (answer.status < 300 || answer.code === NOT_FOUND || answer.code === NOT_IN_PROGRESS) return
  throw refusal(path, answer)
}

/** Disconnects the person with this identity; a room holds one at most. Who is not there is out: fine too. */
export async function removeParticipant(
  post: RestClient,
  { roomName, identity }: RoomParticipant,
  options?: CallOptions,
): Promise<void> {
  if (identity === '') throw new TypeError('twilioVideo: a participant needs an identity.')
  const path = `/v1/Rooms/${encodeURIComponent(required(roomName))}/Participants/${encodeURIComponent(identity)}`
  const answer = await post(path, { Status: 'disconnected' }, options)
  if (answer.status < 300 || (answer.code !== null && NOT_THERE.has(answer.code))) return
  throw refusal(path, answer)
}

/** Makes the room, of the type the account has by default. One that is in progress already stays as it is. */
export async function createRoom(post: RestClient, plan: RoomPlan, options?: CallOptions): Promise<void> {
  const answer = await post('/v1/Rooms', roomForm(plan), options)
  if (answer.status < 300 || answer.code === EXISTS) return
  throw refusal('/v1/Rooms', answer)
}

function roomForm({ roomName, maxParticipants, maxParticipantSeconds, statusCallbackUrl }: RoomPlan) {
  return {
    UniqueName: required(roomName),
    ...(maxParticipants === undefined ? {} : { MaxParticipants: String(maxParticipants) }),
    ...(maxParticipantSeconds === undefined
      ? {}
      : { MaxParticipantDuration: String(clampStay(maxParticipantSeconds)) }),
    ...(statusCallbackUrl === undefined
      ? {}
      : { StatusCallback: statusCallbackUrl, StatusCallbackMethod: 'POST' }),
  }
}

// A meeting of five minutes still gets a room; who may stay how long is settled by its end.
function clampStay(seconds: number): number {
  if (Number.isNaN(seconds)) throw new RangeError('twilioVideo: maxParticipantSeconds must be a number.')
  return Math.min(Math.max(Math.ceil(seconds), SHORTEST_STAY), LONGEST_STAY)
}

function required(roomName: string): string {
  // Without a name the path would be that of all rooms.
  if (roomName === '') throw new TypeError('twilioVideo: a room needs a name.')
  return roomName
}
