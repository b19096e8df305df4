import type { DevicesState } from './devices-state.ts'
import type { MediaProblem } from './media-problem.ts'

/** One of this person's own devices. `off` with a `problem`: it was wanted and could not be had. */
export interface LocalDeviceState {
  status: 'off' | 'starting' | 'on'
  problem: MediaProblem | null
}

export interface LocalMediaState {
  microphone: LocalDeviceState
  /** The microphone is held and published, but silent. */
  isMuted: boolean
  camera: LocalDeviceState
  screen: LocalDeviceState
  /** For meters. The room silences this same track while muted: listen to a clone to hear through it. */
  microphoneTrack: MediaStreamTrack | null
  /** For the preview while no room is there yet, and for the self view. */
  cameraTrack: MediaStreamTrack | null
  devices: DevicesState
}
