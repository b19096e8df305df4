import type { CallLaterWords } from './call-later.ts'
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
}

export type CallWords = typeof enCall

/** With the words that load after the first picture. */
export type CallMessages = CallWords & CallLaterWords & DeviceProblemMessages
