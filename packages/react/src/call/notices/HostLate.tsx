'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useFormats } from '../../i18n/useFormats.ts'
import { useCallBooking } from '../lobby/useCallBooking.ts'
import { useAroundWords } from './useAroundWords.ts'
import { useNowAt } from './useNowAt.ts'

const MINUTE_MS = 60_000
/** Nobody is late for less. */
const LATE_MINUTES = 2
const MOST_MINUTES = 60

/** Who waits alone for a host is told that it is not them; nothing while the host is still in time. */
export function HostLate() {
  const words = useAroundWords()
  const { duration } = useFormats()
  const booking = useCallBooking()
  const startsAt = booking && booking.viewerRole !== 'host' ? Date.parse(booking.startTime) : null
  const minutes = Array.from({ length: MOST_MINUTES - LATE_MINUTES + 1 }, (_, index) => LATE_MINUTES + index)
  const now = useNowAt(startsAt === null ? [] : minutes.map((minute) => startsAt + minute * MINUTE_MS))
  const late = startsAt === null ? 0 : Math.floor((now - startsAt) / MINUTE_MS)
  if (!booking || late < LATE_MINUTES || late >= MOST_MINUTES) return null
  return (
    <div data-meetings-part="stage-detail">
      {fillMessage(words.hostLate, { host: booking.hostName, duration: duration(late) })}
    </div>
  )
}
