'use client'
import { type Booking, MINUTE_MS } from '@meetings/contract'
import { useId, useRef } from 'react'
import { enBookings } from '../../i18n/en/bookings.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useFormats } from '../../i18n/useFormats.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { ErrorPanel } from '../../theme/error-panel/ErrorPanel.tsx'
import { useJoinAction } from './useJoinAction.ts'

export interface JoinActionProps {
  booking: Booking
  /** The id of what tells this button from the others: the card's title. */
  describedBy: string
}

/** The one button of a card, the reason while it cannot be pressed, and what went wrong when it was. */
export function JoinAction({ booking, describedBy }: JoinActionProps) {
  const { callView } = useRuntime('MyBookingsList')
  const words = useMessages('bookings', enBookings)
  const { offer, call, problem, join, prepare } = useJoinAction(booking)
  const reason = useReason(booking)
  const reasonId = useId()
  const button = useRef<HTMLButtonElement>(null)

  if (call === 'open') {
    return (
      <div data-meetings-part="join-action" data-state="in-call">
        <Button aria-describedby={describedBy} onClick={() => callView.set({ isMinimised: false })}>
          {words.returnToCall}
        </Button>
      </div>
    )
  }
  if (offer === 'over') return null

  const isEarly = offer === 'early'
  const retry = () => {
    // The Retry button goes away with the message; the focus must not go with it.
    button.current?.focus()
    join()
  }
  return (
    <>
      <div data-meetings-part="join-action" data-state={call === 'joining' ? 'joining' : offer}>
        <Button
          ref={button}
          look={isEarly ? 'secondary' : 'primary'}
          isBusy={call === 'joining'}
          isUnavailable={isEarly}
          aria-describedby={isEarly ? `${reasonId} ${describedBy}` : describedBy}
          onClick={join}
          {...(isEarly ? {} : { onPointerEnter: prepare, onFocus: prepare })}
        >
          {call === 'joining' ? words.joining : words.joinVideoCall}
        </Button>
        {isEarly && (
          <div id={reasonId} data-meetings-part="join-reason">
            {reason}
          </div>
        )}
      </div>
      {problem && call === 'none' && (
        <div data-meetings-part="join-problem">
          <ErrorPanel problem={problem} size="inline" onRetry={problem.retryable ? retry : undefined} />
        </div>
      )}
    </>
  )
}

/** "Available 15 minutes before start", with the minutes of the booking's own window. */
function useReason({ startTime, joinWindow }: Booking): string {
  const words = useMessages('bookings', enBookings)
  const { duration } = useFormats()
  const minutes = Math.round((Date.parse(startTime) - Date.parse(joinWindow.opensAt)) / MINUTE_MS)
  return minutes > 0
    ? fillMessage(words.availableBeforeStart, { duration: duration(minutes) })
    : words.availableAtStart
}
