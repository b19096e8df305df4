import { enBackground } from './background.ts'
import { enDeviceNews } from './device-news.ts'

/** The words before the call and of the device settings in it. */
export const enLobby = {
  ...enDeviceNews,
  ...enBackground,

  title: 'Ready to join?',
  preview: 'How others will see you',
  cameraIsOff: 'Your camera is off',
  cameraStarting: 'Starting your camera',
  personIsIn: '{person} is already in the call',
  peopleAreIn: '{count} people are already in the call',
  expected: 'With {people}',
  joinNow: 'Join now',
  joinMuted: 'Join muted',
  joinWithoutCamera: 'Join with camera off',
  joinMutedWithoutCamera: 'Join muted with camera off',
  cancel: 'Cancel',

  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Speaker',
  microphoneNumber: 'Microphone {number}',
  cameraNumber: 'Camera {number}',
  speakerNumber: 'Speaker {number}',
  noMicrophone: 'No microphone available',
  noCamera: 'No camera available',
  systemSpeaker: 'Chosen by your system',
  saySomething: 'Say something to test it.',
  microphoneHeard: 'We can hear you.',
  microphoneMuted: 'You are muted.',
  reduceNoise: 'Reduce background noise',
  testSpeaker: 'Play a test sound',
  speakerPlaying: 'Playing',
  speakerFailed: 'The sound could not be played. Choose another speaker.',

  allowBoth: 'Allow camera and microphone',
  allowMicrophone: 'Allow your microphone',
  allowCamera: 'Allow your camera',
  allowDetail: 'Choose “Allow” where your browser asks. Nobody sees or hears you before you join.',
  dismissedBoth:
    'You have not allowed camera and microphone yet, so nobody would see or hear you. Try again and choose “Allow”.',
  blockedBoth: 'Camera and microphone are blocked',
  blockedMicrophone: 'Your microphone is blocked',
  blockedCamera: 'Your camera is blocked',
  allowInChrome: 'Click the icon to the left of this page’s address and switch camera and microphone on.',
  allowInChromePhone:
    'Tap the icon to the left of this page’s address, then “Permissions”, and allow camera and microphone.',
  allowInEdge:
    'Click the lock to the left of this page’s address, then “Permissions for this site”, and allow camera and microphone.',
  allowInFirefox:
    'Click the crossed-out camera or microphone to the left of this page’s address and remove the block.',
  allowInSafari:
    'In the menu bar choose “Safari”, then “Settings for This Website”, and set camera and microphone to “Allow”.',
  allowInSafariPhone:
    'Tap the page menu in the address bar, then “Website Settings”, and set camera and microphone to “Allow”.',
  allowInIosApp:
    'Open the Settings app of your device, choose this browser, and switch camera and microphone on.',
  allowInOther: 'Open your browser’s settings for this page and allow camera and microphone.',
  allowedAppears: 'No need to reload: this page notices by itself.',
  allowedTryAgain: 'Then try again.',
}

export type LobbyMessages = typeof enLobby
