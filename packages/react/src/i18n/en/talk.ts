import type { enTalkLater } from './talk-later.ts'
import type { enTalkPanels } from './talk-panels.ts'

/** The words of chat, reactions and hands that load with the call. */
export const enTalk = {
  /** The name of the chat button while messages wait. */
  chatUnread: 'Chat, unread: {count}',
  /** The name of the people button. */
  peopleCount: 'People, in the call: {count}',
  raisedCount: 'People, in the call: {count}, hands raised: {hands}',
  waitingCount: 'People, in the call: {count}, waiting: {waiting}',
  locked: 'Locked',
  react: 'React',
  reactions: 'Reactions',
  reactionThumbsUp: 'Thumbs up',
  reactionClap: 'Applause',
  reactionHeart: 'Heart',
  reactionLaugh: 'Laughing',
  reactionSurprise: 'Surprised',
  reactionParty: 'Celebrating',
  reactionThinking: 'Thinking',
  reactionThumbsDown: 'Thumbs down',
  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  handRaised: 'Hand raised',
}

export type TalkMessages = typeof enTalk & typeof enTalkLater & typeof enTalkPanels
