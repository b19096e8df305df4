import type { DeviceProblemMessages } from '../../i18n/en/device-problems.ts'
import type { MediaProblem, MediaProblemKind } from '../../media/media-problem.ts'

/** Says why a device is off and how to get it back. */
export function describeDeviceProblem(problem: MediaProblem, words: DeviceProblemMessages): string {
  return words[WORDS[problem.device][problem.kind]]
}

/** Microphone and camera in one sentence when the same thing keeps both away; `null` when it does not. */
export function describeBothProblems(
  microphone: MediaProblem,
  camera: MediaProblem,
  words: DeviceProblemMessages,
): string | null {
  if (microphone.kind !== camera.kind) return null
  return words[BOTH[microphone.kind] ?? 'devicesUnavailable']
}

const WORDS: Record<MediaProblem['device'], Record<MediaProblemKind, keyof DeviceProblemMessages>> = {
  microphone: {
    denied: 'microphoneDenied',
    dismissed: 'microphoneDismissed',
    'no-device': 'microphoneMissing',
    'in-use': 'microphoneInUse',
    'insecure-page': 'insecurePage',
    'blocked-by-system': 'microphoneBlockedBySystem',
    background: 'microphoneUnavailable',
    unknown: 'microphoneUnavailable',
  },
  camera: {
    denied: 'cameraDenied',
    dismissed: 'cameraDismissed',
    'no-device': 'cameraMissing',
    'in-use': 'cameraInUse',
    'insecure-page': 'insecurePage',
    'blocked-by-system': 'cameraBlockedBySystem',
    background: 'cameraNotPainted',
    unknown: 'cameraUnavailable',
  },
  screen: {
    denied: 'screenUnavailable',
    dismissed: 'screenUnavailable',
    'no-device': 'screenUnavailable',
    'in-use': 'screenUnavailable',
    'insecure-page': 'insecurePage',
    'blocked-by-system': 'screenBlockedBySystem',
    background: 'screenUnavailable',
    unknown: 'screenUnavailable',
  },
}

const BOTH: Partial<Record<MediaProblemKind, keyof DeviceProblemMessages>> = {
  denied: 'devicesDenied',
  dismissed: 'devicesDenied',
  'no-device': 'devicesMissing',
  'insecure-page': 'insecurePage',
}
