import type { DeviceLists, DevicePermissions } from './media-device.ts'
import type { MediaProblem } from './media-problem.ts'

/** The microphone, camera and screens of this computer. `browser-media.ts` asks the browser for them. */
export interface MediaPort {
  /**
   * Opens what is asked for. Never rejects: what could not be had is `null` and has a problem.
   * Whoever asked stops the tracks.
   */
  openDevices(wanted: WantedDevices): Promise<OpenedDevices>
  /** Lets the person choose a screen, window or tab. Never rejects. */
  openScreen(): Promise<OpenedScreen>
  /** What is plugged in and may be chosen; empty until a permission was granted. Never rejects. */
  listDevices(): Promise<DeviceLists>
  /** Whether the browser can take noise out of a voice, and leave it in on request. */
  canReduceNoise(): boolean
  /** Listens until the answer is called. */
  watch(listener: MediaListener): () => void
}

export interface MediaListener {
  /** Something was plugged in or pulled out: list again. */
  onDevicesChanged(): void
  /** Once soon after listening began, and whenever the person changes their mind. */
  onPermissions(permissions: DevicePermissions): void
}

export interface WantedDevices {
  microphone: boolean
  camera: boolean
  /** Which ones. One that is gone, or left out, is replaced by the browser's default. */
  ids?: { microphone?: string | undefined; camera?: string | undefined }
  /** `false`: music and rooms as they sound. Left out: as the host wishes, by default without noise. */
  reducesNoise?: boolean
}

export interface OpenedDevices {
  microphone: MediaStreamTrack | null
  camera: MediaStreamTrack | null
  /** Which ones were opened; `null`: the browser's default. */
  ids: { microphone: string | null; camera: string | null }
  problems: readonly MediaProblem[]
}

export type OpenedScreen =
  | { ok: true; video: MediaStreamTrack; audio: MediaStreamTrack | null }
  /** `problem: null`: the person closed the picker, which is no error. */
  | { ok: false; problem: MediaProblem | null }
