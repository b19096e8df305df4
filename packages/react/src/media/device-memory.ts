/** What a person chose last time. Nothing else is kept: no names, no labels. */
export interface RememberedDevices {
  /** Device ids, `null` while nobody chose. */
  microphone: string | null
  camera: string | null
  speaker: string | null
  /** Whether the browser takes noise out of their voice. */
  reducesNoise: boolean
  /** What is behind them (see `BackgroundState`); `null`: the room as it is. */
  background: string | null
  /** How they went through the lobby. */
  joinsMuted: boolean
  joinsWithoutCamera: boolean
}

/** Keeps choices from one call to the next. */
export interface DeviceMemory {
  read(): RememberedDevices
  write(remembered: RememberedDevices): void
}

export const NOTHING_REMEMBERED: RememberedDevices = {
  microphone: null,
  camera: null,
  speaker: null,
  reducesNoise: true,
  background: null,
  joinsMuted: false,
  joinsWithoutCamera: false,
}

/** Remembers as long as the page lives. */
export function pageDeviceMemory(): DeviceMemory {
  let remembered = NOTHING_REMEMBERED
  return {
    read: () => remembered,
    write(next) {
      remembered = next
    },
  }
}
