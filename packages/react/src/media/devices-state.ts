import type { BackgroundState } from './background-port.ts'
import {
  type DeviceKind,
  type DeviceLists,
  type DevicePermissions,
  NO_DEVICES,
  UNKNOWN_PERMISSIONS,
} from './media-device.ts'
import type { MediaProblem } from './media-problem.ts'

/** What can be chosen, what is chosen, and what happened to it. */
export interface DevicesState {
  /** What is plugged in. Empty until a permission was granted, and for speakers where the browser chooses. */
  available: DeviceLists
  /** The id in use, or that would be; `null`: not known, the browser takes its default. */
  using: Readonly<Record<DeviceKind, string | null>>
  permissions: DevicePermissions
  /** Whether the browser takes noise out of the voice; `null` where it cannot. */
  reducesNoise: boolean | null
  /** What is behind the person; `null` where nothing can be. */
  background: BackgroundState | null
  /** The last change nobody asked for; `null` after the next choice. */
  news: DeviceNews | null
  /** The last choice could not be had, and what was in use is in use still. */
  choiceProblem: MediaProblem | null
}

/** A device went away and another took its place, or it came back. */
export interface DeviceNews {
  /** Counts up: each is told once. */
  id: number
  device: DeviceKind
  change: 'replaced' | 'returned'
  /** The name of what is in use now; empty where the browser does not tell. */
  now: string
  /** The name of what went away; for `returned`, of what filled in. */
  before: string
}

export const NO_DEVICES_STATE: DevicesState = {
  available: NO_DEVICES,
  using: { microphone: null, camera: null, speaker: null },
  permissions: UNKNOWN_PERMISSIONS,
  reducesNoise: null,
  background: null,
  news: null,
  choiceProblem: null,
}
