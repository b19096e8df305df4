'use client'
import type { Booking, Slot } from '@meetings/contract'
import { Button } from '../../theme/button/Button.tsx'
import { useFlow } from '../flow/FlowContext.tsx'
import { StepHeading } from '../StepHeading.tsx'
import { useSend } from '../send/useSend.ts'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { useViewer } from '../useViewer.ts'
import { SendProblem } from './SendProblem.tsx'
import { TakenNotice } from './TakenNotice.tsx'

export interface MoveConfirmProps {
  moving: Booking
  slot: Slot
}

/** The last look before a meeting gets its new time. */
export function MoveConfirm({ moving, slot }: MoveConfirmProps) {
  const { flow, dispatch, client } = useFlow()
  const words = useSchedulingWords()
  const viewer = useViewer(flow.timeZone)
  const { sending, send } = useSend((booking) => dispatch({ type: 'booked', booking }))
  const move = () =>
    void send(slot.start, () => client.rescheduleBooking(moving.id, { startTime: slot.start }))
  return (
    <div data-meetings-part="booking-form">
      <StepHeading takesFocus>{words.confirmMove}</StepHeading>
      {sending.status === 'taken' && sending.start === slot.start && (
        <TakenNotice
          nearest={sending.nearest}
          viewer={viewer}
          onChoose={(next) => dispatch({ type: 'slot-chosen', slot: next })}
          onSeeAll={() => dispatch({ type: 'went-back' })}
        />
      )}
      {sending.status === 'failed' && <SendProblem problem={sending.problem} onRetry={move} />}
      <Button look="primary" isBusy={sending.status === 'sending'} onClick={move}>
        {sending.status === 'sending' ? words.moving : words.move}
      </Button>
    </div>
  )
}
