import { type DeviceMemory, NOTHING_REMEMBERED, type RememberedDevices } from './device-memory.ts'

const KEY = 'meetings:devices'

/**
 * Remembers in `localStorage`. Storage that is blocked, full or holds something else is no error: then
 * nothing is remembered, and the browser's defaults are as good as ever.
 *
 * @param getStorage asked at each use, because merely naming a blocked `localStorage` throws
 */
export function browserDeviceMemory(getStorage: () => Storage): DeviceMemory {
  return {
    read() {
      try {
        return parse(getStorage().getItem(KEY))
      } catch {
        return NOTHING_REMEMBERED
      }
    },
    write(remembered) {
      try {
        getStorage().setItem(KEY, JSON.stringify(remembered))
      } catch {
        // Remembered or not, the choice counts for this call.
      }
    },
  }
}

function parse(text: string | null): RememberedDevices {
  const found: unknown = text === null ? null : JSON.parse(text)
  if (typeof found !== 'object' || found === null) return NOTHING_REMEMBERED
  const entries = new Map(Object.entries(found))
  const id = (key: string) => {
    const value: unknown = entries.get(key)
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    microphone: id('microphone'),
    camera: id('camera'),
    speaker: id('speaker'),
    background: id('background'),
    reducesNoise: entries.get('reducesNoise') !== false,
    joinsMuted: entries.get('joinsMuted') === true,
    joinsWithoutCamera: entries.get('joinsWithoutCamera') === true,
  }
}
