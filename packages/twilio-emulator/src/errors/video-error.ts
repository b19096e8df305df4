/** Twilio's codes that this server answers with, and what each one says. */
const MESSAGES = {
  20101: 'Invalid Access Token',
  20102: 'Invalid Access Token header',
  20103: 'Invalid Access Token issuer/subject',
  20104: 'Access Token expired or expiration date invalid',
  20105: 'Access Token not yet valid',
  20106: 'Invalid Access Token grants',
  20107: 'Invalid Access Token signature',
  20157: 'Expiration time in the Access Token exceeds the maximum time allowed',
  53004: 'Client sent an invalid signaling message',
  53101: 'Room name is too long',
  53105: 'Room contains too many Participants',
  53106: 'Room not found',
  53107: 'MaxParticipants is out of range',
  53108: 'RoomType is not valid',
  53109: 'Timeout is out of range',
  53110: 'StatusCallbackMethod is invalid',
  53111: 'StatusCallback is invalid',
  53112: 'Status is invalid',
  53113: 'Room exists',
  53123: 'MaxParticipantDuration is out of range',
  53125: 'The track kind is not supported by the Room',
  53201: 'Participant identity is too long',
  53203: 'The maximum number of published tracks allowed in the Room at the same time has been reached',
  53204: 'Participant not found',
  53205: 'Participant disconnected because of duplicate identity',
  53216: 'Participant session length exceeded',
  53302: 'Track name is too long',
  53304: 'Track name is duplicated',
} as const

export type VideoErrorCode = keyof typeof MESSAGES

/** What a code says; a code that this server never answers with by itself says where it comes from. */
export function messageOf(code: number): string {
  return Object.hasOwn(MESSAGES, code) ? MESSAGES[code as VideoErrorCode] : 'This failure was asked for'
}

/** A refusal with one of Twilio's codes. The text is Twilio's own, so it can never carry a secret. */
export class VideoError extends Error {
  override readonly name = 'VideoError'
  readonly code: VideoErrorCode

  constructor(code: VideoErrorCode) {
    super(MESSAGES[code])
    this.code = code
  }
}
