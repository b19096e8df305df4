import type { Timers } from './clock/timers.ts'
import { isHttpUrl } from './rest/read-room-settings.ts'
import { ROOM_TYPES, type RoomType } from './room/room-settings.ts'
import type { IceServer } from './signaling/server-message.ts'

export interface TwilioEmulatorOptions {
  /** The account that tokens and REST calls belong to. Any text will do; Twilio's begin with `AC`. */
  accountSid: string
  /** API key SID -> secret. Tokens are checked with these, and REST calls may use them. */
  apiKeys: Readonly<Record<string, string>>
  /** Signs status callbacks, and lets REST calls authenticate with the account SID. */
  authToken?: string
  /** Default: a free one. */
  port?: number
  /**
   * What a room is for which nobody said it. Default: `peer-to-peer` for one that comes to life because somebody
   * connects, and Twilio's own default, `group`, for one created over REST.
   */
  roomType?: RoomType
  /** How many people such a room holds. Default: as many as its type can. */
  maxParticipants?: number
  /** When false, only rooms created over REST can be entered (others: 53106). Default: true. */
  allowAdHocRooms?: boolean
  /** Where every room reports that was created without a `StatusCallback`. Needs `authToken`. */
  statusCallback?: { url: string; method?: 'GET' | 'POST' }
  /** How long a lost connection may be restored, in seconds. Default: 30. */
  sessionTimeoutSeconds?: number
  /** STUN and TURN servers for the clients, in place of the emulator's own. */
  iceServers?: readonly IceServer[]
  /**
   * Who is told of the emulator's own TURN server: only connection checks (`runPreflight`, the default), because
   * calls within one machine need none; or calls, too (`always`).
   */
  turn?: 'preflight' | 'always'
  /** What somebody is called on the inspector's page, where identities say little. Default: their identity. */
  nameOf?: (identity: string) => string | undefined
  /** The clock that tokens, dates and durations go by. */
  now?: () => Date
  timers?: Timers
  /** Sends the status callbacks. */
  fetch?: typeof fetch
  /** Hears one line about each thing that happens. Never a token. Default: silence. */
  log?: (line: string) => void
}

/** Throws a `TypeError` that says which option to change. */
export function checkOptions(options: TwilioEmulatorOptions): void {
  const { accountSid, apiKeys, port, roomType, maxParticipants, statusCallback, authToken } = options
  if (!accountSid)
    throw new TypeError('accountSid is missing. Any text will do, for example "AC" and 32 digits.')
  if (Object.keys(apiKeys).length === 0 || Object.values(apiKeys).some((secret) => !secret)) {
    throw new TypeError('apiKeys must hold at least one API key SID with a secret that is not empty.')
  }
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new TypeError(`port must be a whole number from 0 to 65535, not ${port}.`)
  }
  if (roomType !== undefined && !ROOM_TYPES.includes(roomType)) {
    throw new TypeError(`roomType must be one of ${ROOM_TYPES.join(', ')}.`)
  }
  if (maxParticipants !== undefined && !(Number.isInteger(maxParticipants) && maxParticipants >= 1)) {
    throw new TypeError('maxParticipants must be a whole number of at least 1.')
  }
  if (statusCallback && !isHttpUrl(statusCallback.url)) {
    throw new TypeError('statusCallback.url must be an http or https address.')
  }
  if (statusCallback && !authToken) {
    throw new TypeError('statusCallback needs authToken: requests that are not signed would be refused.')
  }
}
