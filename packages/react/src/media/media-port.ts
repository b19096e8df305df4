import type { MediaProblem } from './media-problem.ts'

/** The microphone, camera and screens of this computer. `browser-media.ts` asks the browser for them. */
export interface MediaPort {
  /**
   * Opens what is asked for. Never rejects: what could not be had is `null` and has a problem.
   * Whoever asked stops the tracks.
   */
  openDevices(wanted: { microphone: boolean; camera: boolean }): Promise<OpenedDevices>
  /** Lets the person choose a screen, window or tab. Never rejects. */
  openScreen(): Promise<OpenedScreen>
}

export interface OpenedDevices {
  microphone: MediaStreamTrack | null
  camera: MediaStreamTrack | null
  problems: readonly MediaProblem[]
}

export type OpenedScreen =
  | { ok: true; video: MediaStreamTrack; audio: MediaStreamTrack | null }
  /** `problem: null`: the person closed the picker, which is no error. */
  | { ok: false; problem: MediaProblem | null }
