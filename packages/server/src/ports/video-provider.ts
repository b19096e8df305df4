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

/** Gives out access to rooms. Anything it throws is answered as `VIDEO_UNAVAILABLE`. */
export interface VideoProvider {
  issueToken(grant: RoomGrant): Promise<RoomToken>
}
