import type { CallOptions } from './call-options.ts'
import type { RoomNews } from './room-news.ts'

/** What a token may open: one room, for one person, for a limited time. */
export interface RoomGrant {
  /** Opaque and stable: no e-mail address, no name. */
  identity: string
  /** Never empty: a token without a room would open every room. */
  roomName: string
  /** Whole seconds, 1 to 86400. */
  ttlSeconds: number
}

/** A secret. It goes to its owner and nowhere else: no log, no URL, no cache. */
export interface RoomToken {
  token: string
  expiresAt: Date
}

/** One person in one room. */
export interface RoomParticipant {
  roomName: string
  /** The identity that `issueToken` was asked for. */
  identity: string
}

/** A room to make before anybody enters it. */
export interface RoomPlan {
  roomName: string
  /** How many people fit in. Left out: as many as the service allows. */
  maxParticipants?: number
  /** Whole seconds after which the service sends a person out. */
  maxParticipantSeconds?: number
  /** Where the service tells what happens in the room. */
  statusCallbackUrl?: string
}

/** A request that claims to be news of the room service. */
export interface NewsRequest {
  /** Every address this request may have been sent to, the likeliest first: the signature covers one of them. */
  urls: readonly string[]
  headers: Headers
  /** The form's fields, in the order of the body. */
  fields: readonly (readonly [name: string, value: string])[]
}

/** Gives out access to rooms. Anything it throws is answered as `VIDEO_UNAVAILABLE`. */
export interface VideoProvider {
  issueToken(grant: RoomGrant, options?: CallOptions): Promise<RoomToken>

  /** Ends the room for everybody in it. A room that is not there has ended: no error. */
  endRoom(roomName: string, options?: CallOptions): Promise<void>

  /** Sends a person out of the room. Nobody of that identity, or no such room: no error. */
  removeParticipant?(participant: RoomParticipant, options?: CallOptions): Promise<void>

  /** Makes the room. One that is there already stays as it is: no error. */
  createRoom?(plan: RoomPlan, options?: CallOptions): Promise<void>

  /**
   * Checks who sent the request and reads it. `null` when it is genuine and tells nothing that matters here
   * (another event, another room than a meeting's). Throws `WEBHOOK_SIGNATURE_INVALID` for a forgery,
   * `VALIDATION_FAILED` for genuine news that cannot be read, and `CONFIG_INVALID` when there is nothing to check
   * it with.
   */
  readNews?(request: NewsRequest): Promise<RoomNews | null>
}
