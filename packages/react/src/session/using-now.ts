import type { RememberedDevices } from '../media/device-memory.ts'
import type { DevicesState } from '../media/devices-state.ts'
import type { DeviceLists, MediaDevice } from '../media/media-device.ts'
import type { DeviceSlot } from './device-slot.ts'

type Captured = 'microphone' | 'camera'

/**
 * Which devices are in use, or would be: what was opened as far as the browser tells, else what was chosen
 * if it is there, else the default.
 */
export function usingNow(
  available: DeviceLists,
  chosen: Pick<RememberedDevices, 'microphone' | 'camera' | 'speaker'>,
  opened: Readonly<Record<Captured, string | null>>,
  slots: Readonly<Record<Captured, Pick<DeviceSlot, 'tracks'>>>,
): DevicesState['using'] {
  const captured = (device: Captured): string | null => {
    const list = available[device]
    // A painted picture has no name of its own; below it is the camera.
    const track = slots[device].tracks.at(-1)
    if (!track) return idIn(list, chosen[device]) ?? defaultIn(list)
    // A browser that took its default names the track after it: "Default - Headset".
    const named = list.find(({ label }) => label !== '' && track.label.endsWith(label))
    return opened[device] ?? named?.id ?? defaultIn(list)
  }
  return {
    microphone: captured('microphone'),
    camera: captured('camera'),
    speaker: idIn(available.speaker, chosen.speaker),
  }
}

function idIn(list: readonly MediaDevice[], id: string | null): string | null {
  return list.some((device) => device.id === id) ? id : null
}

function defaultIn(list: readonly MediaDevice[]): string | null {
  return list.find(({ isDefault }) => isDefault)?.id ?? null
}
