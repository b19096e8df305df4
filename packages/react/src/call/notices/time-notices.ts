import type { CallAroundMessages } from '../../i18n/en/call-around.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { Notice } from './notice.ts'

const MINUTE_MS = 60_000
const END_TOLD_MINUTES = 2
const NEXT_TOLD_MINUTES = 5
/** A meeting that began longer ago is not news any more. */
const NEXT_LATE_MINUTES = 5

/** Times of this meeting and of the next one, in milliseconds since the epoch. */
export interface MeetingTimes {
  endsAt: number | null
  next: { id: string; name: string; startsAt: number } | null
}

export interface TimeWords {
  words: CallAroundMessages
  /** "2 minutes" */
  duration(minutes: number): string
  leave: Required<Notice>['button']
}

/** When what `timeNotices` answers may change. */
export function momentsOf({ endsAt, next }: MeetingTimes): number[] {
  const before = (at: number, most: number, least = 0) =>
    Array.from({ length: most - least + 1 }, (_, index) => at - (least + index) * MINUTE_MS)
  return [
    ...(endsAt === null ? [] : before(endsAt, END_TOLD_MINUTES)),
    ...(next ? before(next.startsAt, NEXT_TOLD_MINUTES, -NEXT_LATE_MINUTES) : []),
  ]
}

/** What the clock has to say: the end is near or here, and where one has to be next. */
export function timeNotices(
  times: MeetingTimes,
  now: number,
  { words, duration, leave }: TimeWords,
): Notice[] {
  const { endsAt, next } = times
  const notices: Notice[] = []
  if (endsAt !== null && now >= endsAt) {
    notices.push({
      id: 'time-is-up',
      tone: 'warning',
      text: words.endsSoon,
      button: leave,
      canHide: true,
      hideLabel: words.stay,
    })
  } else if (endsAt !== null && endsAt - now <= END_TOLD_MINUTES * MINUTE_MS) {
    const text = fillMessage(words.endsIn, { duration: duration(Math.ceil((endsAt - now) / MINUTE_MS)) })
    notices.push({ id: 'time-left', tone: 'info', text, canHide: true })
  }
  if (!next) return notices

  const minutes = Math.ceil((next.startsAt - now) / MINUTE_MS)
  if (minutes <= NEXT_TOLD_MINUTES && minutes > -NEXT_LATE_MINUTES) {
    const meeting = next.name
    const text =
      minutes > 0
        ? fillMessage(words.nextStartsIn, { meeting, duration: duration(minutes) })
        : fillMessage(words.nextHasBegun, { meeting })
    notices.push({ id: `next-${next.id}`, tone: 'info', text, canHide: true })
  }
  return notices
}
