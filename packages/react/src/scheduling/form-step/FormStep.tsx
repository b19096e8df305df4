'use client'
import type { MeetingType, Slot } from '@meetings/contract'
import { BackButton } from '../BackButton.tsx'
import { useFlow } from '../flow/FlowContext.tsx'
import { Summary } from '../summary/Summary.tsx'
import { BookingForm } from './BookingForm.tsx'
import { MoveConfirm } from './MoveConfirm.tsx'

/** The time is chosen; what is left is to say who, or, for a meeting that moves, yes. */
export function FormStep({ meetingType, slot }: { meetingType: MeetingType; slot: Slot }) {
  const { flow, dispatch } = useFlow()
  return (
    <div data-meetings-part="form-step">
      <div data-meetings-part="booking-side">
        <BackButton onPress={() => dispatch({ type: 'went-back' })} />
        <Summary meetingType={meetingType} slot={slot} moving={flow.moving} />
      </div>
      <div data-meetings-part="booking-main">
        {flow.moving ? (
          <MoveConfirm moving={flow.moving} slot={slot} />
        ) : (
          <BookingForm meetingType={meetingType} slot={slot} />
        )}
      </div>
    </div>
  )
}
