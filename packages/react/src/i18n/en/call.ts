import { enCallOpening } from './call-opening.ts'

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

  devicesDenied:
    'Microphone and camera are blocked. Allow both next to the address of this page, then try again. Until then you can listen and watch.',
  devicesMissing: 'No microphone or camera was found. Plug one in, then try again.',
  devicesUnavailable:
    'Microphone and camera could not be started. Close other apps that use them, then try again.',
  microphoneDenied: 'Your microphone is blocked. Allow it next to the address of this page, then try again.',
  microphoneDismissed: 'You have not allowed the microphone yet, so nobody can hear you.',
  microphoneMissing: 'No microphone was found. Plug one in, then try again.',
  microphoneInUse: 'Your microphone is used by another app. Close it there, then try again.',
  microphoneBlockedBySystem:
    'Your computer does not let this browser use the microphone. Allow it in the privacy settings of your system, then try again.',
  microphoneUnavailable: 'Your microphone could not be started. Unplug it and plug it in, then try again.',
  cameraDenied: 'Your camera is blocked. Allow it next to the address of this page, then try again.',
  cameraDismissed: 'You have not allowed the camera yet, so nobody can see you.',
  cameraMissing: 'No camera was found. Plug one in, then try again.',
  cameraInUse: 'Your camera is used by another app. Close it there, then try again.',
  cameraBlockedBySystem:
    'Your computer does not let this browser use the camera. Allow it in the privacy settings of your system, then try again.',
  cameraUnavailable: 'Your camera could not be started. Unplug it and plug it in, then try again.',
  insecurePage:
    'Microphone and camera work only on a secure page. Open this page with https at the start of its address.',
  screenBlockedBySystem:
    'Your computer does not let this browser record the screen. Allow it in the privacy settings of your system, then try again.',
  screenUnavailable: 'Your screen could not be shared. Try again, or choose another window.',

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

export type CallMessages = typeof enCall
