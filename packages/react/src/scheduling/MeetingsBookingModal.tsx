'use client'
import { createPortal } from 'react-dom'
import type { MeetingsBookingProps } from './MeetingsBooking.tsx'
import { SchedulingOpening } from './SchedulingOpening.tsx'
import { useScheduling } from './useScheduling.ts'

export type MeetingsTab = 'my-meetings' | 'book-new-meeting'

export interface MeetingsBookingModalProps extends Omit<MeetingsBookingProps, 'className'> {
  open: boolean
  onOpenChange(open: boolean): void
  /** What is shown when it opens; My Meetings by default. */
  defaultTab?: MeetingsTab | undefined
}

/**
 * My Meetings and Book New Meeting in a dialog above the page (`--meetings-z-modal`, 1000) and below a call.
 * What somebody has begun is still there when they open it again. Keep it mounted; `open` shows it.
 *
 * @example
 * <MeetingsBookingModal open={isOpen} onOpenChange={setIsOpen} />
 */
export function MeetingsBookingModal(props: MeetingsBookingModalProps) {
  const { open, onOpenChange } = props
  const loaded = useScheduling(open, 'MeetingsBookingModal')
  if (loaded.status === 'ready') {
    const { BookingDialog, client } = loaded.scheduling
    return <BookingDialog {...props} client={client} />
  }
  if (!open) return null
  return createPortal(
    <SchedulingOpening loaded={loaded} onClose={() => onOpenChange(false)} />,
    document.body,
  )
}
