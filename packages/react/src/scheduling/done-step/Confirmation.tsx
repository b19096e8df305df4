'use client'
import type { Booking, MeetingType } from '@meetings/contract'
import { useId } from 'react'
import { JoinAction } from '../../bookings/join-action/JoinAction.tsx'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { describeHosts } from '../describe-hosts.ts'
import { useFlow } from '../flow/FlowContext.tsx'
import { SchedulingIcon } from '../SchedulingIcon.tsx'
import { StepHeading } from '../StepHeading.tsx'
import { Summary } from '../summary/Summary.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useViewer } from '../useViewer.ts'
import { CalendarLinks } from './CalendarLinks.tsx'

export interface ConfirmationProps {
  booking: Booking
  meetingType: MeetingType
  /** Where the viewer's meetings are, when the surroundings have them. */
  onShowMeetings?: (() => void) | undefined
}

/** Join is offered when the meeting starts within this time. */
const SOON_MS = 60 * 60_000

/** It is booked: what, when, with whom, and what to do next. */
export function Confirmation({ booking, meetingType, onShowMeetings }: ConfirmationProps) {
  const { flow, dispatch } = useFlow()
  const { clock } = useRuntime('MeetingsBooking')
  const words = useSchedulingWords()
  const viewer = useViewer(flow.timeZone)
  const id = useId()
  const guests = (booking.guests ?? []).flatMap(({ email, name }) => email ?? name ?? [])
  const isSoon = Date.parse(booking.startTime) - clock.now() <= SOON_MS
  // The host who was found for it, where there was a choice.
  const hosts = [{ id: booking.hostId, name: booking.hostName }, ...(booking.hosts ?? [])]
  const withHosts = describeHosts({ hosts, hostMode: 'all' }, words, viewer.locale)
  const calendarTitle = [booking.meetingTypeName, withHosts].join(' ')
  return (
    <div data-meetings-part="done-step">
      <div data-meetings-part="done-sign">
        <SchedulingIcon name="check" size={26} />
      </div>
      <StepHeading takesFocus>
        <span id={id}>{flow.moving ? words.movedTitle : words.bookedTitle}</span>
      </StepHeading>
      <div data-meetings-part="done-card">
        <Summary
          meetingType={{ ...meetingType, name: booking.meetingTypeName, hosts, hostMode: 'all' }}
          slot={{ start: booking.startTime, end: booking.endTime }}
        />
        {guests.length > 0 && (
          <div data-meetings-part="done-guests">
            {fillMessage(words.invited, { people: viewer.list(guests) })}
          </div>
        )}
        {isSoon && <JoinAction booking={booking} describedBy={id} />}
        <CalendarLinks booking={booking} title={calendarTitle} />
      </div>
      <div data-meetings-part="done-actions">
        <Button onClick={() => dispatch({ type: 'restarted', moving: null })}>{words.bookAnother}</Button>
        {onShowMeetings && (
          <Button look="plain" onClick={onShowMeetings}>
            {words.showMeetings}
          </Button>
        )}
      </div>
    </div>
  )
}
