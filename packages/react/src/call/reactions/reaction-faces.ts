import type { enTalk } from '../../i18n/en/talk.ts'
import type { ReactionKind } from '../../talk/reaction-kinds.ts'

/** How each reaction looks, and what it is called. */
export const REACTION_FACES: Readonly<Record<ReactionKind, { face: string; word: keyof typeof enTalk }>> = {
  'thumbs-up': { face: '👍', word: 'reactionThumbsUp' },
  clap: { face: '👏', word: 'reactionClap' },
  heart: { face: '❤️', word: 'reactionHeart' },
  laugh: { face: '😂', word: 'reactionLaugh' },
  surprise: { face: '😮', word: 'reactionSurprise' },
  party: { face: '🎉', word: 'reactionParty' },
  thinking: { face: '🤔', word: 'reactionThinking' },
  'thumbs-down': { face: '👎', word: 'reactionThumbsDown' },
}
