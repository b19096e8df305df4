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
  wanted: { microphone: boolean; camera: boolean },
  isSmallScreen: boolean,
  overrides: CaptureOverrides,
): MediaStreamConstraints {
  return {
    audio: wanted.microphone && { ...AUDIO, ...overrides.audio },
    video: wanted.camera && { ...(isSmallScreen ? VIDEO_ON_SMALL_SCREENS : VIDEO), ...overrides.video },
  }
}

/** Text in a shared window must stay sharp; 15 frames are enough for slides and scrolling. */
export const SCREEN_CONSTRAINTS: DisplayMediaStreamOptions = {
  video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 15 } },
  audio: true,
}
