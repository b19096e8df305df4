import type { CallWords } from '../../i18n/en/call.ts'
import { fillMessage } from '../../i18n/fill-message.ts'

const MINUTE_MS = 60_000

/** "4:07", and "1:04:07" from an hour on. */
export function elapsedText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** How much of the scheduled time is left, rounded up to whole minutes, or how far it is overrun; in words. */
export function timeLeftText(ms: number, duration: (minutes: number) => string, words: CallWords): string {
  if (ms <= -MINUTE_MS)
    return fillMessage(words.timeOver, { duration: duration(Math.floor(-ms / MINUTE_MS)) })
  if (ms <= 0) return words.timeIsUp
  if (ms < MINUTE_MS) return words.lessThanAMinuteLeft
  return fillMessage(words.timeLeft, { duration: duration(Math.ceil(ms / MINUTE_MS)) })
}

/** Worth a stronger colour: the last five minutes. */
export function isNearlyOver(ms: number): boolean {
  return ms <= 5 * MINUTE_MS
}
