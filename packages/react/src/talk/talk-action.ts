import type { ReactionKind } from './reaction-kinds.ts'

/** The longest chat message, in UTF-16 units, as `maxlength` of a text field counts. */
export const MAX_CHAT_LENGTH = 2_000

/** What a person can do in the talk of a call. */
export type TalkAction =
  | { type: 'chat'; text: string }
  /** Sends a message again that was not sent. */
  | { type: 'retry'; id: string }
  /** Everything that has come so far was seen. */
  | { type: 'read' }
  | { type: 'react'; kind: ReactionKind }
  | { type: 'hand'; isUp: boolean }
  /** The answer to a host who asked; the question goes away either way. */
  | { type: 'answer-unmute'; unmute: boolean }
  /** The line that says who muted this person was seen. */
  | { type: 'mute-seen' }
  /** For hosts and admins: mutes one person, or with `null` everybody else. Nobody can unmute another. */
  | { type: 'mute'; identity: string | null }
  /** For hosts and admins. */
  | { type: 'ask-unmute'; identity: string }
  /** For hosts and admins: one hand, or with `null` all. */
  | { type: 'lower-hand'; identity: string | null }
