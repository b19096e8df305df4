/** What is announced during a call, and how it ends: a part of the words of the call that loads after it. */
export const enCallLater = {
  joined: '{name} joined',
  left: '{name} left',
  isMuted: '{name} is muted',
  isUnmuted: '{name} is no longer muted',
  isSharing: '{name} is sharing a screen',
  stoppedSharing: '{name} stopped sharing',
  isReconnecting: '{name} is reconnecting',
  isBack: '{name} is back',
  connected: 'You are in the call',
  reconnected: 'You are connected again',

  endedTitle: 'The call has ended',
  endedCompleted: 'The meeting was ended for everybody.',
  endedOverTitle: 'The meeting is over',
  endedRemovedTitle: 'You were removed from the call',
  endedRemoved: 'If this was a mistake, ask the host to invite you again.',
  endedOtherTabTitle: 'You joined from somewhere else',
  endedOtherTab: 'This call goes on in another tab or on another device. You can bring it back here.',
  endedTimeLimitTitle: 'The time limit was reached',
  endedTimeLimit: 'A person can stay in one call for a limited time. You can join again.',
  endedUnknown: 'You can join again while the meeting is on.',
  useHere: 'Use here',
  joinAgain: 'Join again',
  problemCode: 'Code',
  requestId: 'Request',
}

export type CallLaterWords = typeof enCallLater
