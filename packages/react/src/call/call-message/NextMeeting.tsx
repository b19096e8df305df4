'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useFormats } from '../../i18n/useFormats.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useAroundWords } from '../notices/useAroundWords.ts'
import { useNextBooking } from '../notices/useNextBooking.ts'

/** What comes after this call, if a list of bookings knows. */
export function NextMeeting() {
  const { clock } = useRuntime('VideoCallModal')
  const words = useAroundWords()
  const { dayNumber, dayFromToday, dayInFull, time } = useFormats()
  const next = useNextBooking()
  if (!next) return null
  const now = clock.now()
  const startsAt = Date.parse(next.startTime)
  const days = dayNumber(startsAt) - dayNumber(now)
  const day = days <= 1 ? dayFromToday(days) : dayInFull(startsAt, now)
  return (
    <div data-meetings-part="next-meeting">
      {fillMessage(words.nextOne, { meeting: next.meetingTypeName, day, time: time(next.startTime) })}
    </div>
  )
}
