import type { enTalkPanels } from './talk-panels.ts'

/** The words of chat, reactions and hands that load with the call. Those of the panels load with the panels. */
export const enTalk = {
  /** The name of the chat button while messages wait. */
  chatUnread: 'Chat, unread: {count}',
  /** The name of the people button. */
  peopleCount: 'People, in the call: {count}',
  raisedCount: 'People, in the call: {count}, hands raised: {hands}',
  waitingCount: 'People, in the call: {count}, waiting: {waiting}',
  locked: 'Locked',
  openChat: 'Open chat',

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
  reactionsFailed:
    'Reactions could not be loaded. Check your internet connection, then press the button again.',

  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  handRaised: 'Hand raised',

  askedToUnmute: '{name} asks you to unmute',
  unmuteNow: 'Unmute',
  stayMuted: 'Stay muted',
  mutedByHost: '{name} muted you',

  /** Several people at once, as a screen reader says it. `{people}` is a list of names. */
  peopleJoined: '{people} joined',
  peopleLeft: '{people} left',
  peopleMuted: '{people} are muted',
  peopleUnmuted: '{people} are no longer muted',
  peopleReconnecting: '{people} are reconnecting',
  peopleBack: '{people} are back',
  raisedHand: '{name} raised a hand',
  peopleRaisedHands: '{people} raised their hands',
  handLowered: 'Your hand was lowered',
  saidInChat: '{name} in the chat: {text}',
  peopleWrote: '{people} wrote in the chat',
  /** The end of a list of names that would be too long. */
  morePeople: '{count} more',
}

export type TalkMessages = typeof enTalk & typeof enTalkPanels
