/** Why a device is off and how to get it back: a part of the words of the call that few people ever read. */
export const enDeviceProblems = {
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
  cameraNotPainted:
    'Your background could not be loaded. Your camera stays off, so that nobody sees your room.',
  insecurePage:
    'Microphone and camera work only on a secure page. Open this page with https at the start of its address.',
  screenBlockedBySystem:
    'Your computer does not let this browser record the screen. Allow it in the privacy settings of your system, then try again.',
  screenUnavailable: 'Your screen could not be shared. Try again, or choose another window.',
}

export type DeviceProblemMessages = typeof enDeviceProblems
