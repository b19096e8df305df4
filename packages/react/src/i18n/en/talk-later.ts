/** The words of chat, reactions and hands that load after the first picture: notices, and what is read out. */
export const enTalkLater = {
  openChat: 'Open chat',
  reactionsFailed:
    'Reactions could not be loaded. Check your internet connection, then press the button again.',
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
