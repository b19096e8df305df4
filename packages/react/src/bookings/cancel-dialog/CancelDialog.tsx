'use client'
import type { Booking } from '@meetings/contract'
import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { enBookingActions } from '../../i18n/en/booking-actions.ts'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'
import { useFormats } from '../../i18n/useFormats.ts'
import { Button } from '../../theme/button/Button.tsx'
import { ErrorPanel } from '../../theme/error-panel/ErrorPanel.tsx'
import { peopleToMeet } from '../booking-card/people-to-meet.ts'
import { useWhen } from '../booking-menu/useWhen.ts'
import { useCancelBooking } from './useCancelBooking.ts'

export interface CancelDialogProps {
  booking: Booking
  /** Until when it can be cancelled. */
  until: string | null
  onClose(): void
  onCancelled?: ((booking: Booking) => void) | undefined
}

/** What the server takes. */
const LONGEST_REASON = 500

/** Asks before a meeting is cancelled, and for the reason. What was typed stays while anything goes wrong. */
export function CancelDialog({ booking, until, onClose, onCancelled }: CancelDialogProps) {
  const words = useMessages('bookingActions', enBookingActions)
  const { list } = useFormats()
  const when = useWhen()
  const dialog = useRef<HTMLDialogElement>(null)
  const [reason, setReason] = useState('')
  const id = useId()
  const { isCancelling, problem, cancel } = useCancelBooking(booking.id, (cancelled) => {
    dialog.current?.close?.()
    onClose()
    onCancelled?.(cancelled)
  })

  useLayoutEffect(() => {
    const element = dialog.current
    // Missing in jsdom and in browsers older than the rest of what we need.
    if (element?.showModal) element.showModal()
    else {
      element?.setAttribute('open', '')
      element?.querySelector('textarea')?.focus()
    }
    // Not on `close` of an unmounted dialog: the browser gives the focus back only when it is closed.
    return () => element?.close?.()
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isCancelling) void cancel(reason)
  }
  const isTooLate = problem?.code === 'ACTION_FORBIDDEN'

  return (
    <dialog
      ref={dialog}
      data-meetings-part="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-what`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        // Only this dialog: whatever the list is in stays open.
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onClose()
      }}
    >
      <form data-meetings-part="dialog-body" onSubmit={submit}>
        <div id={`${id}-title`} role="heading" aria-level={2} data-meetings-part="dialog-title">
          {words.cancelTitle}
        </div>
        <div id={`${id}-what`}>
          <div data-meetings-part="dialog-what">
            {fillMessage(words.cancelWhat, {
              type: booking.meetingTypeName,
              people: list(peopleToMeet(booking)),
              when: when(booking.startTime),
            })}
          </div>
          {until !== null && (
            <div data-meetings-part="dialog-hint">
              {fillMessage(words.cancelUntil, { when: when(until) })}
            </div>
          )}
        </div>
        <div data-meetings-part="dialog-field">
          <label htmlFor={`${id}-reason`}>{words.cancelReason}</label>
          <textarea
            id={`${id}-reason`}
            data-meetings-part="text-field"
            aria-describedby={`${id}-hint`}
            rows={3}
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div id={`${id}-hint`} data-meetings-part="dialog-hint">
            {words.cancelReasonHint}
          </div>
        </div>
        {problem &&
          (isTooLate ? (
            <div role="alert" data-meetings-part="dialog-problem">
              {words.cancelTooLate}
            </div>
          ) : (
            <ErrorPanel problem={problem} size="inline" />
          ))}
        <div data-meetings-part="dialog-actions">
          <Button onClick={onClose}>{words.keepMeeting}</Button>
          <Button look="danger" type="submit" isBusy={isCancelling}>
            {isCancelling ? words.cancelling : words.cancel}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
