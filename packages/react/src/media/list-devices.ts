import type { DeviceKind, DeviceLists, MediaDevice } from './media-device.ts'

const KINDS: Record<DeviceKind, MediaDeviceKind> = {
  microphone: 'audioinput',
  camera: 'videoinput',
  speaker: 'audiooutput',
}
/** Chromium lists these beside the devices they stand for, so that one headset would be there three times. */
const STAND_INS = ['default', 'communications']

/**
 * Sorts what `enumerateDevices` gives. Before permission is granted it gives devices without id and name;
 * those cannot be told apart, so they are left out.
 */
export function listDevices(found: readonly MediaDeviceInfo[]): DeviceLists {
  return { microphone: of('microphone'), camera: of('camera'), speaker: of('speaker') }

  function of(kind: DeviceKind): MediaDevice[] {
    const all = found.filter((device) => device.kind === KINDS[kind])
    const real = all.filter(({ deviceId }) => deviceId !== '' && !STAND_INS.includes(deviceId))
    const standIn = all.find(({ deviceId }) => deviceId === 'default')
    const chosen = standIn && behind(standIn, real)
    return real.map((device, index) => ({
      id: device.deviceId,
      label: device.label,
      // Where nothing says which it is, browsers put the default first.
      isDefault: chosen ? device === chosen : index === 0,
    }))
  }
}

/** One group may hold several devices (two inputs of a mixer): then the name tells. */
function behind(standIn: MediaDeviceInfo, real: readonly MediaDeviceInfo[]): MediaDeviceInfo | undefined {
  const group = real.filter(({ groupId }) => groupId !== '' && groupId === standIn.groupId)
  return group.find(({ label }) => standIn.label.endsWith(label)) ?? group[0]
}

/** The id of a track's device, or `null` when the browser chose it and says no more than that. */
export function deviceIdOf(track: MediaStreamTrack | null): string | null {
  const { deviceId } = track?.getSettings() ?? {}
  return deviceId === undefined || deviceId === '' || STAND_INS.includes(deviceId) ? null : deviceId
}
