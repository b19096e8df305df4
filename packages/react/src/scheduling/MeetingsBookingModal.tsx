'use client'
import { createPortal } from 'react-dom'
import type { MyBookingsListProps } from '../bookings/bookings-list/MyBookingsList.tsx'
import type { MeetingsBookingProps } from './MeetingsBooking.tsx'
import { SchedulingOpening } from './SchedulingOpening.tsx'
import { useScheduling } from './useScheduling.ts'

export type MeetingsTab = 'my-meetings' | 'book-new-meeting'

export interface MeetingsBookingModalProps extends Omit<MeetingsBookingProps, 'className'> {
  open: boolean
  onOpenChange(open: boolean): void
  /** What is shown when it opens; My Meetings by default. */
  defaultTab?: MeetingsTab | undefined
  /** For the list of My Meetings, such as `linkTo` and `hostTimeZone`. */
  list?: Omit<MyBookingsListProps, 'onBook' | 'onReschedule'> | undefined
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
    const { BookingDialog, services } = loaded.scheduling
    return <BookingDialog {...props} {...services} />
  }
  if (!open) return null
  return createPortal(
    <SchedulingOpening loaded={loaded} onClose={() => onOpenChange(false)} />,
    document.body,
  )
}
