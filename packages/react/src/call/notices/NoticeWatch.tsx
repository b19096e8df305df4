'use client'
import { useEffect, useRef } from 'react'
import { useFormats } from '../../i18n/useFormats.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { ticketOf } from '../../session/call-session.ts'
import { useDoorNotices } from '../door/useDoorNotices.ts'
import { useCallWords } from '../people/useCallWords.ts'
import type { Notice } from './notice.ts'
import { momentsOf, timeNotices } from './time-notices.ts'
import { useAroundWords } from './useAroundWords.ts'
import { useNetworkNotices } from './useNetworkNotices.ts'
import { useNextBooking } from './useNextBooking.ts'
import { useNowAt } from './useNowAt.ts'
import { useRecordingNotices } from './useRecordingNotices.ts'

/** Looks at clock, network and recording, and tells what needs saying, the most pressing first. Shows nothing. */
export function NoticeWatch({ tell }: { tell(notices: readonly Notice[]): void }) {
  const notices = [...useDoorNotices(), ...useNetworkNotices(), ...useTimeNotices(), ...useRecordingNotices()]
  const latest = useRef(notices)
  latest.current = notices
  const key = notices.map(({ id, text }) => `${id} ${text}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same notices are told once
  useEffect(() => tell(latest.current), [key, tell])
  useEffect(() => () => tell([]), [tell])
  return null
}

function useTimeNotices(): Notice[] {
  const { calls } = useRuntime('VideoCallModal')
  const words = useAroundWords()
  const { leave } = useCallWords()
  const { duration } = useFormats()
  const scheduledEnd = useCallState(selectEndsAt)
  const booking = useNextBooking()
  const times = {
    endsAt: scheduledEnd === undefined ? null : Date.parse(scheduledEnd),
    next: booking && {
      id: booking.id,
      name: booking.meetingTypeName,
      startsAt: Date.parse(booking.startTime),
    },
  }
  const now = useNowAt(momentsOf(times))
  const button = { label: leave, press: () => void calls.leave() }
  return timeNotices(times, now, { words, duration, leave: button })
}

const selectEndsAt = ({ session }: CallState) => ticketOf(session)?.endsAt
