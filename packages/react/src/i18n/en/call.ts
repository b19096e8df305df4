import { enCallOpening } from './call-opening.ts'
import type { DeviceProblemMessages } from './device-problems.ts'

/** The words of the call. `{name}` is filled in; lists of names and times come from Intl. */
export const enCall = {
  ...enCallOpening,

  controls: 'Call controls',
  mute: 'Mute',
  unmute: 'Unmute',
  turnCameraOff: 'Turn camera off',
  turnCameraOn: 'Turn camera on',
  shareScreen: 'Share screen',
  stopSharing: 'Stop sharing',
  turnSoundOn: 'Turn sound on',
  minimise: 'Minimise',
  returnToCall: 'Return to call',
  /** What the tile's own button adds for screen readers. */
  moveWithArrows: 'The arrow keys move it to another corner.',
  close: 'Close',
  dismiss: 'Hide this message',

  people: 'People in the call',
  you: 'You',
  guest: 'Guest',
  muted: 'Muted',
  cameraOff: 'Camera off',
  personReconnecting: 'Reconnecting',
  screenOf: 'Screen of {name}',

  elapsed: 'Time in the call',
  timeLeft: '{duration} left',
  lessThanAMinuteLeft: 'Less than a minute left',
  timeIsUp: 'The scheduled time is over',
  timeOver: '{duration} over',
  recording: 'Recording',

  connecting: 'Connecting',
  connectingDetail: 'You will be in the call in a moment.',
  waitingFor: 'Waiting for {people}',
  waitingForOthers: 'Waiting for the others',
  waitingDetail: 'You are in. They will see and hear you as soon as they join.',

  reconnecting: 'Your connection was lost. Reconnecting; please stay.',
  soundBlocked: 'Your browser is holding back the sound of this call.',
  youAreSharing: 'Everybody in the call can see your screen.',

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

export type CallWords = typeof enCall

/** With the words about devices, which load when there is something to say. */
export type CallMessages = CallWords & DeviceProblemMessages
