import type { WantedDevices } from './media-port.ts'

/** What a host may say about capturing: any `getUserMedia` constraint, laid over the defaults. */
export interface CaptureOverrides {
  audio?: MediaTrackConstraints | undefined
  video?: MediaTrackConstraints | undefined
}

const AUDIO: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
}
/** All `ideal`: a camera that can do less is still a camera. */
const VIDEO: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 24 },
}
const VIDEO_ON_SMALL_SCREENS: MediaTrackConstraints = {
  ...VIDEO,
  width: { ideal: 640 },
  height: { ideal: 480 },
}

export function captureConstraints(
  wanted: WantedDevices,
  isSmallScreen: boolean,
  overrides: CaptureOverrides,
): MediaStreamConstraints {
  return {
    audio: wanted.microphone && {
      ...AUDIO,
      ...overrides.audio,
      ...(wanted.reducesNoise === false && { noiseSuppression: false }),
      ...only(wanted.ids?.microphone),
    },
    video: wanted.camera && {
      ...(isSmallScreen ? VIDEO_ON_SMALL_SCREENS : VIDEO),
      ...overrides.video,
      ...only(wanted.ids?.camera),
    },
  }
}

/** `exact`, because with `ideal` a browser may still prefer another one for its resolution. */
function only(id: string | undefined): MediaTrackConstraints {
  return id ? { deviceId: { exact: id } } : {}
}

/** Text in a shared window must stay sharp; 15 frames are enough for slides and scrolling. */
export const SCREEN_CONSTRAINTS: DisplayMediaStreamOptions = {
  video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 15 } },
  audio: true,
}
