export type DeviceKind = 'microphone' | 'camera' | 'speaker'

/** A microphone, camera or speaker that is plugged in. */
export interface MediaDevice {
  /** The browser's own id for it on this site; browsers may change it when the site's data is cleared. */
  id: string
  /** As the system names it, such as `FaceTime HD Camera`. */
  label: string
  /** The one the browser takes when nobody chooses. */
  isDefault: boolean
}

export type DeviceLists = Readonly<Record<DeviceKind, readonly MediaDevice[]>>

export const NO_DEVICES: DeviceLists = { microphone: [], camera: [], speaker: [] }

/** What the browser will say when a device is asked for; `unknown` where it does not tell beforehand. */
export type DevicePermission = 'prompt' | 'granted' | 'denied' | 'unknown'

export type DevicePermissions = Readonly<Record<'microphone' | 'camera', DevicePermission>>

export const UNKNOWN_PERMISSIONS: DevicePermissions = { microphone: 'unknown', camera: 'unknown' }
