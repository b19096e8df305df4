'use client'
import type { Booking, MeetingType, Slot } from '@meetings/contract'
import type { ReactNode } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { describeHosts } from '../describe-hosts.ts'
import { useFlow } from '../flow/FlowContext.tsx'
import { SchedulingIcon } from '../SchedulingIcon.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useViewer } from '../useViewer.ts'
import { zoneOf } from '../zone/zones.ts'

export interface SummaryProps {
  meetingType: MeetingType
  /** The time that was chosen, once there is one. */
  slot?: Slot
  /** The booking whose old time is worth saying. */
  moving?: Booking | null
}

/** What is being booked, with whom, for how long and when: in sight on every step. */
export function Summary({ meetingType, slot, moving = null }: SummaryProps) {
  const { flow } = useFlow()
  const words = useSchedulingWords()
  const viewer = useViewer(flow.timeZone)
  const hosts = describeHosts(meetingType, words, viewer.locale)
  return (
    <div data-meetings-part="booking-summary">
      <div data-meetings-part="summary-name">{meetingType.name}</div>
      {moving && (
        <div data-meetings-part="summary-old">
          {fillMessage(words.movingFrom, { when: whenOf(moving.startTime, moving.endTime) })}
        </div>
      )}
      {hosts && <Fact icon="person">{hosts}</Fact>}
      <Fact icon="clock">{viewer.duration(meetingType.durationMinutes)}</Fact>
      {slot && (
        <Fact icon="calendar" isStrong>
          <time dateTime={slot.start}>{whenOf(slot.start, slot.end)}</time>
        </Fact>
      )}
      {slot && (
        <Fact icon="globe">
          {zoneOf(flow.timeZone, Date.parse(slot.start)).city}{' '}
          <bdi>({zoneOf(flow.timeZone, Date.parse(slot.start)).offset})</bdi>
        </Fact>
      )}
      {slot === undefined && meetingType.description && (
        <div data-meetings-part="summary-description">{meetingType.description}</div>
      )}
    </div>
  )

  function whenOf(start: string, end: string): string {
    return fillMessage(words.dateAndTime, {
      date: viewer.fullDate(start),
      from: viewer.time(start),
      to: viewer.time(end),
    })
  }
}

function Fact(props: {
  icon: 'person' | 'clock' | 'calendar' | 'globe'
  isStrong?: boolean
  children: ReactNode
}) {
  return (
    <div data-meetings-part="summary-fact" data-strong={props.isStrong || undefined}>
      <SchedulingIcon name={props.icon} />
      <span>{props.children}</span>
    </div>
  )
}
