import type { ReactionKind } from './reaction-kinds.ts'

/** What people in a call say to each other beside the sound. Objects keep their identity until they change. */
export interface TalkState {
  /** Oldest first: what was said since this person came. */
  messages: readonly TalkMessage[]
  /** How many messages of others have come since the chat was last read. */
  unread: number
  /** On the screen right now, oldest first. */
  reactions: readonly Reaction[]
  /** Whoever raised their hand first comes first; this person's own hand included. */
  hands: readonly RaisedHand[]
  /** The host who asks this person to unmute, by identity. */
  unmuteAskedBy: string | null
  /** The host who muted this person, by identity, until they have seen it. */
  mutedBy: string | null
}

export interface TalkMessage {
  /** Unique in this call. */
  id: string
  /** The sender's identity, as the room knows it. */
  from: string
  isOwn: boolean
  text: string
  /** When it was sent (own) or arrived (others'), in milliseconds since the epoch. */
  at: number
  /** `not-sent`: the room could not be reached; it may be sent again. */
  status: 'sent' | 'not-sent'
}

export interface Reaction {
  id: number
  identity: string
  kind: ReactionKind
}

export interface RaisedHand {
  identity: string
  /** Milliseconds since the epoch. */
  since: number
}

/** Nothing was said yet. */
export const SILENCE: TalkState = {
  messages: [],
  unread: 0,
  reactions: [],
  hands: [],
  unmuteAskedBy: null,
  mutedBy: null,
}
