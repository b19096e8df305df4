import type { LobbyMessages } from '../../i18n/en/lobby.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { DeviceKind, MediaDevice } from '../../media/media-device.ts'

const UNNAMED = {
  microphone: 'microphoneNumber',
  camera: 'cameraNumber',
  speaker: 'speakerNumber',
} as const satisfies Record<DeviceKind, keyof LobbyMessages>

/** What the system calls a device, without the numbers of its chip; devices without a name are counted. */
export function deviceLabel(
  kind: DeviceKind,
  device: MediaDevice,
  index: number,
  words: LobbyMessages,
): string {
  const name = device.label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/i, '')
  return name || fillMessage(words[UNNAMED[kind]], { number: String(index + 1) })
}
