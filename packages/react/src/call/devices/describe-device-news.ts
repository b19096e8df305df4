import type { DeviceNewsMessages } from '../../i18n/en/device-news.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { DeviceNews } from '../../media/devices-state.ts'

/** "Your headset was unplugged. Now using the built-in microphone." */
export function describeDeviceNews(
  { change, device, now, before }: DeviceNews,
  words: DeviceNewsMessages,
): string {
  const name = now || words[OTHER[device]]
  if (change === 'returned') return fillMessage(words.deviceReturned, { now: name })
  return before
    ? fillMessage(words.deviceReplaced, { before, now: name })
    : fillMessage(words.deviceReplacedUnnamed, { now: name })
}

const OTHER = { microphone: 'otherMicrophone', camera: 'otherCamera', speaker: 'otherSpeaker' } as const
