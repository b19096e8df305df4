import { type Booking, MINUTE_MS } from '@meetings/contract'
import type { BookingsMessages } from '../../i18n/en/bookings.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { Formats } from '../../i18n/formats.ts'
import { nextDayStart } from '../day-groups/next-day-start.ts'
import type { TimeLabel } from '../ticker/ticker.ts'

const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Up to here minutes are counted: "in 75 minutes" says more than "in 1 hour". */
const MINUTES_UNTIL_MS = 90 * MINUTE_MS
/** The end is counted down to when it is this near, and at most half of the meeting is left. */
const ENDS_SOON_MS = 10 * MINUTE_MS

/** What a countdown says for a while: `until` is when it says something else. */
interface Reading {
  text: string | null
  until: number | null
}

/**
 * "Starts in 5 minutes", "Started 3 minutes ago", "Ends in 2 minutes"; `null` for a meeting that is
 * cancelled, completed or over. Minutes before are counted up to the full one, minutes since down.
 */
export function countdownLabel(
  booking: Pick<Booking, 'startTime' | 'endTime' | 'status'>,
  formats: Formats,
  words: Pick<BookingsMessages, 'starts' | 'startsNow' | 'started' | 'ends'>,
): TimeLabel<string | null> {
  const start = Date.parse(booking.startTime)
  const end = Date.parse(booking.endTime)
  const isSettled = booking.status === 'cancelled' || booking.status === 'completed'
  const endsSoonAt = end - Math.min(ENDS_SOON_MS, (end - start) / 2)

  function read(now: number): Reading {
    if (isSettled || now >= end) return { text: null, until: null }
    if (now < start) return untilStart(now)
    return now < endsSoonAt ? sinceStart(now) : untilEnd(now)
  }

  function untilStart(now: number): Reading {
    const left = start - now
    if (left > DAY_MS) {
      // More than 24 hours can still be the same day, once a year.
      const days = Math.max(1, formats.dayNumber(start) - formats.dayNumber(now))
      const text = fillMessage(words.starts, { relative: formats.relative(days, 'day') })
      return { text, until: Math.min(nextDayStart(now, formats), start - DAY_MS) }
    }
    if (left > MINUTES_UNTIL_MS) {
      const hours = Math.ceil(left / HOUR_MS - 0.5)
      const text = fillMessage(words.starts, { relative: formats.relative(hours, 'hour') })
      return { text, until: start - Math.max((hours - 0.5) * HOUR_MS, MINUTES_UNTIL_MS) }
    }
    const minutes = Math.ceil(left / MINUTE_MS)
    const text = fillMessage(words.starts, { relative: formats.relative(minutes, 'minute') })
    return { text, until: start - (minutes - 1) * MINUTE_MS }
  }

  function sinceStart(now: number): Reading {
    const passed = now - start
    if (passed < MINUTE_MS) return { text: words.startsNow, until: Math.min(start + MINUTE_MS, endsSoonAt) }
    const [unit, size] =
      passed < MINUTES_UNTIL_MS ? (['minute', MINUTE_MS] as const) : (['hour', HOUR_MS] as const)
    const count = Math.floor(passed / size)
    const text = fillMessage(words.started, { relative: formats.relative(-count, unit) })
    const until = start + (count + 1) * size
    return { text, until: Math.min(until, endsSoonAt) }
  }

  function untilEnd(now: number): Reading {
    const minutes = Math.ceil((end - now) / MINUTE_MS)
    const text = fillMessage(words.ends, { relative: formats.relative(minutes, 'minute') })
    return { text, until: end - (minutes - 1) * MINUTE_MS }
  }

  return { at: (now) => read(now).text, changesAfter: (now) => read(now).until }
}
